-- Second factor, sessions, resets and keys. Of every secret that is sent out only a hash is kept.
ALTER TABLE portal_user
    ADD COLUMN totp_secret    VARCHAR(64) NOT NULL DEFAULT '' COLLATE utf8mb4_bin,
    ADD COLUMN totp_wanted    VARCHAR(64) NOT NULL DEFAULT '' COLLATE utf8mb4_bin,
    ADD COLUMN totp_last_step BIGINT      NOT NULL DEFAULT 0;

CREATE TABLE recovery_code (
    user_id     BIGINT   NOT NULL,
    code_sha256 CHAR(64) NOT NULL COLLATE utf8mb4_bin,
    PRIMARY KEY (user_id, code_sha256),
    CONSTRAINT recovery_code_user FOREIGN KEY (user_id) REFERENCES portal_user (user_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- A link by mail: to choose a password, or to be let in from another address.
CREATE TABLE mailed_link (
    token_sha256 CHAR(64)    NOT NULL COLLATE utf8mb4_bin,
    user_id      BIGINT      NOT NULL,
    purpose      VARCHAR(16) NOT NULL,
    address      VARCHAR(64) NOT NULL,
    expires_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (token_sha256),
    KEY mailed_link_user (user_id),
    KEY mailed_link_expiry (expires_at),
    CONSTRAINT mailed_link_user FOREIGN KEY (user_id) REFERENCES portal_user (user_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE portal_session (
    session_sha256 CHAR(64)     NOT NULL COLLATE utf8mb4_bin,
    user_id        BIGINT       NOT NULL,
    started_at     DATETIME(6)  NOT NULL,
    seen_at        DATETIME(6)  NOT NULL,
    address        VARCHAR(64)  NOT NULL,
    browser        VARCHAR(200) NOT NULL,
    PRIMARY KEY (session_sha256),
    KEY portal_session_user (user_id, seen_at),
    KEY portal_session_seen (seen_at),
    CONSTRAINT portal_session_user FOREIGN KEY (user_id) REFERENCES portal_user (user_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Keys of the API: the operator's open every account, a customer's only its own, each as far as its scopes go.
ALTER TABLE operator_key
    ADD COLUMN account_id   BIGINT      NULL,
    ADD COLUMN scopes       VARCHAR(80) NOT NULL DEFAULT 'READ,READ_MONEY,CHANGE,OWN,FINANCE,OPERATE',
    ADD COLUMN created_by   VARCHAR(254) NOT NULL DEFAULT '',
    ADD COLUMN expires_at   DATETIME(6) NULL,
    ADD COLUMN used_at      DATETIME(6) NULL,
    ADD KEY operator_key_account (account_id, created_at),
    ADD CONSTRAINT operator_key_account FOREIGN KEY (account_id) REFERENCES account (account_id);
RENAME TABLE operator_key TO api_key;
