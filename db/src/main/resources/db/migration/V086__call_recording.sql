-- Calls from the public network that a customer has recorded; the sound lies sealed in the data folder.
CREATE TABLE recording_setting (
    account_id BIGINT     NOT NULL,
    recorded   VARCHAR(8) NOT NULL,
    kept_days  INT        NOT NULL,
    PRIMARY KEY (account_id),
    CONSTRAINT recording_setting_account FOREIGN KEY (account_id) REFERENCES account (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE call_recording (
    account_id BIGINT      NOT NULL,
    call_id    CHAR(36)    NOT NULL COLLATE utf8mb4_bin,
    part       INT         NOT NULL,
    started_at DATETIME(6) NOT NULL,
    millis     BIGINT      NOT NULL,
    bytes      BIGINT      NOT NULL,
    PRIMARY KEY (account_id, call_id, part),
    KEY call_recording_started (account_id, started_at),
    CONSTRAINT call_recording_account FOREIGN KEY (account_id) REFERENCES account (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
