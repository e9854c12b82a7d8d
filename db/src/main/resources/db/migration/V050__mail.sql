-- The outbox: mails are written in the transaction of what they tell of, and sent afterwards. No account: to the operator.
CREATE TABLE mail (
    mail_id     BIGINT       NOT NULL AUTO_INCREMENT,
    account_id  BIGINT       NULL,
    kind        VARCHAR(48)  NOT NULL COLLATE utf8mb4_bin,
    recipient   VARCHAR(254) NOT NULL,
    language    VARCHAR(8)   NOT NULL,
    subject     VARCHAR(200) NOT NULL,
    body        MEDIUMTEXT   NOT NULL,
    secrecy     VARCHAR(12)  NOT NULL,
    gather_key  VARCHAR(120) NULL COLLATE utf8mb4_bin,
    gathered    INT          NOT NULL,
    state       VARCHAR(12)  NOT NULL,
    attempts    INT          NOT NULL,
    next_try_at DATETIME(6)  NOT NULL,
    problem     VARCHAR(400) NOT NULL,
    created_at  DATETIME(6)  NOT NULL,
    sent_at     DATETIME(6)  NULL,
    PRIMARY KEY (mail_id),
    KEY mail_due (state, next_try_at),
    KEY mail_of_account (account_id, kind, created_at),
    KEY mail_gathered (account_id, kind, gather_key, state),
    CONSTRAINT mail_account FOREIGN KEY (account_id) REFERENCES account (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE mail_attachment (
    mail_id    BIGINT       NOT NULL,
    place      INT          NOT NULL,
    name       VARCHAR(120) NOT NULL,
    media_type VARCHAR(100) NOT NULL,
    content    LONGBLOB     NOT NULL,
    PRIMARY KEY (mail_id, place),
    CONSTRAINT mail_attachment_mail FOREIGN KEY (mail_id) REFERENCES mail (mail_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What is told once, or gathered for a while. Account 0 stands for the operator.
CREATE TABLE mail_pace (
    account_id BIGINT       NOT NULL,
    kind       VARCHAR(48)  NOT NULL COLLATE utf8mb4_bin,
    pace_key   VARCHAR(120) NOT NULL COLLATE utf8mb4_bin,
    until_at   DATETIME(6)  NOT NULL,
    PRIMARY KEY (account_id, kind, pace_key),
    KEY mail_pace_until (until_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
