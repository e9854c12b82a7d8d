-- An extension that wants no calls for a while.
ALTER TABLE extension ADD COLUMN do_not_disturb BOOLEAN NOT NULL DEFAULT FALSE;

-- One use each: whoever opens it gives a computer the extension. Of the link only its hash is kept.
CREATE TABLE install_link (
  token_sha256 CHAR(64)    NOT NULL COLLATE utf8mb4_bin PRIMARY KEY,
  account_id   BIGINT      NOT NULL,
  extension    INT         NOT NULL,
  expires_at   DATETIME(6) NOT NULL,
  UNIQUE KEY install_link_extension (account_id, extension),
  KEY install_link_expiry (expires_at),
  CONSTRAINT install_link_extension FOREIGN KEY (account_id, extension)
    REFERENCES extension (account_id, extension) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
