-- The customer's address book: whose number it is that calls.
CREATE TABLE contact (
  account_id BIGINT      NOT NULL,
  number     VARCHAR(16) NOT NULL COLLATE utf8mb4_bin,
  name       VARCHAR(64) NOT NULL,
  PRIMARY KEY (account_id, number),
  KEY contact_name (account_id, name),
  CONSTRAINT contact_account FOREIGN KEY (account_id) REFERENCES account (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Who is told of calls that nobody took.
CREATE TABLE missed_call_mail (
  account_id BIGINT       NOT NULL PRIMARY KEY,
  address    VARCHAR(254) NOT NULL,
  language   VARCHAR(8)   NOT NULL,
  CONSTRAINT missed_call_mail_account FOREIGN KEY (account_id) REFERENCES account (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
