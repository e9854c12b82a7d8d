-- Anti-fraud: what may be called, for how much a day, from where, and the PIN that guards these settings.
CREATE TABLE call_restriction (
    account_id      BIGINT       NOT NULL,
    permitted       VARCHAR(80)  NOT NULL,
    blocked         BOOLEAN      NOT NULL,
    anonymous       VARCHAR(12)  NOT NULL,
    daily_limit     BIGINT       NULL,
    price_cap       BIGINT       NULL,
    held_since      DATETIME(6)  NULL,
    security_mail   VARCHAR(254) NOT NULL,
    version         BIGINT       NOT NULL,
    PRIMARY KEY (account_id),
    CONSTRAINT call_restriction_account FOREIGN KEY (account_id) REFERENCES account (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- An extension's own; it may only forbid more than its account does.
CREATE TABLE extension_restriction (
    account_id BIGINT      NOT NULL,
    extension  INT         NOT NULL,
    permitted  VARCHAR(80) NOT NULL,
    blocked    BOOLEAN     NOT NULL,
    PRIMARY KEY (account_id, extension),
    CONSTRAINT extension_restriction_extension FOREIGN KEY (account_id, extension)
        REFERENCES extension (account_id, extension) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Black and white lists (manual, item 40). A number with its plus sign, or the beginning of numbers with * at its end.
CREATE TABLE number_line (
    account_id BIGINT      NOT NULL,
    direction  VARCHAR(12) NOT NULL,
    pattern    VARCHAR(20) NOT NULL COLLATE utf8mb4_bin,
    colour     VARCHAR(8)  NOT NULL,
    note       VARCHAR(80) NOT NULL,
    added_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (account_id, direction, pattern),
    CONSTRAINT number_line_account FOREIGN KEY (account_id) REFERENCES account (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Of a PIN only a slow salted hash is kept. A new PIN opens no lock.
CREATE TABLE security_pin (
    account_id   BIGINT       NOT NULL,
    pin_hash     VARCHAR(200) NOT NULL,
    wrong_tries  INT          NOT NULL,
    locked_until DATETIME(6)  NOT NULL,
    made_at      DATETIME(6)  NOT NULL,
    PRIMARY KEY (account_id),
    CONSTRAINT security_pin_account FOREIGN KEY (account_id) REFERENCES account (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- A new address for the PIN, until the old one has confirmed it.
CREATE TABLE security_mail_change (
    account_id  BIGINT       NOT NULL,
    new_mail    VARCHAR(254) NOT NULL,
    code_sha256 CHAR(64)     NOT NULL COLLATE utf8mb4_bin,
    expires_at  DATETIME(6)  NOT NULL,
    PRIMARY KEY (account_id),
    CONSTRAINT security_mail_change_account FOREIGN KEY (account_id) REFERENCES account (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- From where phones may register and people sign in: networks, countries, and one address for a while (the way back).
CREATE TABLE allowed_source (
    account_id BIGINT      NOT NULL,
    source     VARCHAR(64) NOT NULL COLLATE utf8mb4_bin,
    note       VARCHAR(80) NOT NULL,
    until_at   DATETIME(6) NULL,
    added_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (account_id, source),
    CONSTRAINT allowed_source_account FOREIGN KEY (account_id) REFERENCES account (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
