-- Extensions and their registered devices. Of a SIP password only the two HA1 of RFC 7616 are kept.
CREATE TABLE extension (
    account_id         BIGINT      NOT NULL,
    extension          INT         NOT NULL,
    name               VARCHAR(64) NOT NULL,
    realm              VARCHAR(255) NOT NULL,
    ha1_md5            CHAR(32)    NOT NULL,
    ha1_sha256         CHAR(64)    NOT NULL,
    ring_seconds       INT         NOT NULL,
    always_target      VARCHAR(16) NOT NULL,
    always_state       VARCHAR(16) NOT NULL,
    busy_target        VARCHAR(16) NOT NULL,
    busy_state         VARCHAR(16) NOT NULL,
    unavailable_target VARCHAR(16) NOT NULL,
    unavailable_state  VARCHAR(16) NOT NULL,
    created_at         DATETIME(6) NOT NULL,
    PRIMARY KEY (account_id, extension),
    UNIQUE KEY extension_name (account_id, name),
    CONSTRAINT extension_account FOREIGN KEY (account_id) REFERENCES account (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE registration (
    account_id    BIGINT        NOT NULL,
    extension     INT           NOT NULL,
    key_sha256    CHAR(64)      NOT NULL COLLATE utf8mb4_bin,
    binding_key   VARCHAR(2048) NOT NULL,
    domain        VARCHAR(255)  NOT NULL,
    contact       VARCHAR(2048) NOT NULL,
    received      VARCHAR(100)  NOT NULL,
    transport     VARCHAR(8)    NOT NULL,
    q             INT           NOT NULL,
    sip_call_id   VARCHAR(1024) NOT NULL,
    cseq          BIGINT        NOT NULL,
    user_agent    VARCHAR(200)  NOT NULL,
    registered_at DATETIME(6)   NOT NULL,
    expires_at    DATETIME(6)   NOT NULL,
    PRIMARY KEY (account_id, extension, key_sha256),
    KEY registration_expiry (expires_at),
    CONSTRAINT registration_extension FOREIGN KEY (account_id, extension)
        REFERENCES extension (account_id, extension) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
