-- Customers, the people who sign in for them, the operators' keys. Moments are UTC.
CREATE TABLE account (
    account_id      BIGINT       NOT NULL,
    name            VARCHAR(120) NOT NULL,
    time_zone       VARCHAR(64)  NOT NULL,
    extension_limit INT          NOT NULL,
    created_at      DATETIME(6)  NOT NULL,
    PRIMARY KEY (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- The sign-in name is one for the whole exchange: it is what finds the account.
CREATE TABLE portal_user (
    user_id         BIGINT       NOT NULL AUTO_INCREMENT,
    account_id      BIGINT       NOT NULL,
    email           VARCHAR(254) NOT NULL COLLATE utf8mb4_bin,
    name            VARCHAR(80)  NOT NULL,
    role            VARCHAR(16)  NOT NULL,
    language        VARCHAR(8)   NOT NULL,
    password_hash   VARCHAR(200) NOT NULL,
    wrong_passwords INT          NOT NULL,
    closed_until    DATETIME(6)  NOT NULL,
    created_at      DATETIME(6)  NOT NULL,
    PRIMARY KEY (user_id),
    UNIQUE KEY portal_user_email (email),
    KEY portal_user_account (account_id, email),
    CONSTRAINT portal_user_account FOREIGN KEY (account_id) REFERENCES account (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE operator_key (
    key_sha256 CHAR(64)    NOT NULL COLLATE utf8mb4_bin,
    name       VARCHAR(64) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (key_sha256)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
