-- What differs from the week: legal holidays as the customer wishes, and dates with hours of their own.
CREATE TABLE schedule_setting (
  account_id BIGINT      NOT NULL PRIMARY KEY,
  holidays   VARCHAR(16) NOT NULL,
  CONSTRAINT fk_schedule_setting_account FOREIGN KEY (account_id) REFERENCES account (account_id)
);

-- hours: 09:00-12:59,14:00-16:59 with inclusive ends; empty is closed all day.
CREATE TABLE special_day (
  account_id BIGINT      NOT NULL,
  day        DATE        NOT NULL,
  name       VARCHAR(60) NOT NULL,
  hours      VARCHAR(80) NOT NULL,
  PRIMARY KEY (account_id, day),
  CONSTRAINT fk_special_day_account FOREIGN KEY (account_id) REFERENCES account (account_id)
);
