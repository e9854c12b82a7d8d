-- A refresh is not written any more: at the start, a device's expiry is reckoned from how long it registers for and from
-- when the exchange was last seen alive (ADR 9). Rows from before keep the expiry that they have.
ALTER TABLE registration
    ADD COLUMN lifetime_seconds INT NOT NULL DEFAULT 0 AFTER registered_at,
    DROP KEY registration_expiry;

CREATE TABLE exchange_alive (
    id      INT         NOT NULL,
    seen_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

INSERT INTO exchange_alive (id, seen_at) VALUES (1, UTC_TIMESTAMP(6));
