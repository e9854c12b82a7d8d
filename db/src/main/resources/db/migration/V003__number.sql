-- The operator's trunks and the public numbers of the customers.
CREATE TABLE trunk (
    trunk_id      BIGINT       NOT NULL AUTO_INCREMENT,
    name          VARCHAR(64)  NOT NULL,
    host          VARCHAR(255) NOT NULL,
    port          INT          NOT NULL,
    transport     VARCHAR(8)   NOT NULL,
    number_format VARCHAR(16)  NOT NULL,
    PRIMARY KEY (trunk_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- A call is recognised by where it comes from, so a source belongs to one trunk.
CREATE TABLE trunk_source (
    source   VARCHAR(64) NOT NULL COLLATE utf8mb4_bin,
    trunk_id BIGINT      NOT NULL,
    PRIMARY KEY (source),
    CONSTRAINT trunk_source_trunk FOREIGN KEY (trunk_id) REFERENCES trunk (trunk_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- The public network has each number once.
CREATE TABLE did (
    number     VARCHAR(16) NOT NULL COLLATE utf8mb4_bin,
    account_id BIGINT      NOT NULL,
    trunk_id   BIGINT      NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (number),
    KEY did_account (account_id, created_at),
    CONSTRAINT did_account FOREIGN KEY (account_id) REFERENCES account (account_id),
    CONSTRAINT did_trunk FOREIGN KEY (trunk_id) REFERENCES trunk (trunk_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
