-- Opening hours: minutes of the day in the account's time zone; the last minute is inclusive (manual, item 88).
CREATE TABLE open_interval (
  account_id  BIGINT   NOT NULL,
  week_day    TINYINT  NOT NULL CHECK (week_day BETWEEN 1 AND 7),
  from_minute SMALLINT NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  last_minute SMALLINT NOT NULL CHECK (last_minute BETWEEN 0 AND 1439),
  PRIMARY KEY (account_id, week_day, from_minute),
  CONSTRAINT fk_open_interval_account FOREIGN KEY (account_id) REFERENCES account (account_id)
);
