-- Accounts that were told of their low credit, until a top-up lifts it above what is coming.
CREATE TABLE credit_warning (
  account_id BIGINT      NOT NULL PRIMARY KEY,
  told_at    DATETIME(6) NOT NULL,
  CONSTRAINT fk_credit_warning_account FOREIGN KEY (account_id) REFERENCES account (account_id)
);
