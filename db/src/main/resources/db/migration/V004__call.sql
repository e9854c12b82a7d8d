-- Ended calls. No reference to extensions: the record outlives them.
CREATE TABLE call_detail (
    account_id   BIGINT        NOT NULL,
    call_id      CHAR(36)      NOT NULL COLLATE utf8mb4_bin,
    direction    VARCHAR(16)   NOT NULL,
    source       VARCHAR(64)   NOT NULL,
    source_name  VARCHAR(128)  NOT NULL,
    destination  VARCHAR(64)   NOT NULL,
    started_at   DATETIME(6)   NOT NULL,
    answered_at  DATETIME(6)   NULL,
    talking_at   DATETIME(6)   NULL,
    ended_at     DATETIME(6)   NOT NULL,
    status       VARCHAR(16)   NOT NULL,
    talk_seconds BIGINT        NOT NULL,
    taken_by     VARCHAR(64)   NOT NULL,
    cause        VARCHAR(24)   NOT NULL,
    path         VARCHAR(1000) NOT NULL,
    PRIMARY KEY (account_id, call_id),
    KEY call_detail_report (account_id, direction, started_at),
    KEY call_detail_started (account_id, started_at),
    CONSTRAINT call_detail_account FOREIGN KEY (account_id) REFERENCES account (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE call_leg (
    account_id       BIGINT       NOT NULL,
    call_id          CHAR(36)     NOT NULL COLLATE utf8mb4_bin,
    leg              INT          NOT NULL,
    party            VARCHAR(64)  NOT NULL,
    sip_call_id      VARCHAR(255) NOT NULL,
    started_at       DATETIME(6)  NOT NULL,
    answered_at      DATETIME(6)  NULL,
    talking_at       DATETIME(6)  NULL,
    ended_at         DATETIME(6)  NOT NULL,
    cause            VARCHAR(24)  NOT NULL,
    sip_status       INT          NOT NULL,
    user_agent       VARCHAR(200) NOT NULL,
    codec            VARCHAR(32)  NOT NULL,
    packets_received BIGINT       NOT NULL,
    packets_sent     BIGINT       NOT NULL,
    packets_lost     BIGINT       NOT NULL,
    jitter_micros    BIGINT       NOT NULL,
    PRIMARY KEY (account_id, call_id, leg),
    CONSTRAINT call_leg_call FOREIGN KEY (account_id, call_id) REFERENCES call_detail (account_id, call_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
