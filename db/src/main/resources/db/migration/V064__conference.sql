-- Conferences that a customer has named; the code is sealed, and empty when none is asked for.
CREATE TABLE conference (
  account_id BIGINT       NOT NULL,
  room       INT          NOT NULL,
  name       VARCHAR(64)  NOT NULL,
  code       VARCHAR(255) NOT NULL,
  PRIMARY KEY (account_id, room),
  CONSTRAINT fk_conference_account FOREIGN KEY (account_id) REFERENCES account (account_id) ON DELETE CASCADE
);
