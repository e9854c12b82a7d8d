-- Unusual use: what was found and what is usual for the account, each finding once a day.
CREATE TABLE use_alarm (
    account_id BIGINT      NOT NULL,
    raised_on  DATE        NOT NULL,
    kind       VARCHAR(24) NOT NULL,
    subject    VARCHAR(8)  NOT NULL COLLATE utf8mb4_bin,
    raised_at  DATETIME(6) NOT NULL,
    found      BIGINT      NOT NULL,
    usual      BIGINT      NOT NULL,
    answer     VARCHAR(8)  NOT NULL,
    PRIMARY KEY (account_id, raised_on, kind, subject),
    KEY use_alarm_of_account (account_id, raised_at),
    CONSTRAINT use_alarm_account FOREIGN KEY (account_id) REFERENCES account (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

ALTER TABLE call_restriction
    ADD COLUMN on_alarm VARCHAR(8) NOT NULL DEFAULT 'TELL';
