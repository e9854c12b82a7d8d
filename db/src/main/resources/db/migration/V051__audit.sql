-- Who did what, from where, and what it was before. Rows are added and, after five years, removed; never changed.
CREATE TABLE audit (
    audit_id   BIGINT        NOT NULL AUTO_INCREMENT,
    account_id BIGINT        NULL,
    at         DATETIME(6)   NOT NULL,
    actor      VARCHAR(254)  NOT NULL,
    role       VARCHAR(16)   NOT NULL,
    address    VARCHAR(64)   NOT NULL,
    act        VARCHAR(64)   NOT NULL COLLATE utf8mb4_bin,
    subject    VARCHAR(120)  NOT NULL,
    was        VARCHAR(2000) NOT NULL,
    became     VARCHAR(2000) NOT NULL,
    PRIMARY KEY (audit_id),
    KEY audit_of_account (account_id, at),
    KEY audit_at (at),
    CONSTRAINT audit_account FOREIGN KEY (account_id) REFERENCES account (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
