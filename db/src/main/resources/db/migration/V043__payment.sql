-- Offers of credit. The reference is what a bank's line bears, so it is one for the whole exchange.
CREATE TABLE proforma (
    reference   VARCHAR(16)    NOT NULL COLLATE utf8mb4_bin,
    account_id  BIGINT         NOT NULL,
    vat_percent DECIMAL(4, 2)  NOT NULL,
    net         DECIMAL(14, 2) NOT NULL,
    vat         DECIMAL(14, 2) NOT NULL,
    gross       DECIMAL(14, 2) NOT NULL,
    rate_day    DATE           NOT NULL,
    lei         DECIMAL(7, 4)  NOT NULL,
    state       VARCHAR(12)    NOT NULL,
    created_at  DATETIME(6)    NOT NULL,
    expires_on  DATE           NOT NULL,
    invoice     VARCHAR(24)    NOT NULL,
    PRIMARY KEY (reference),
    KEY proforma_of_account (account_id, state, created_at),
    CONSTRAINT proforma_account FOREIGN KEY (account_id) REFERENCES account (account_id),
    CONSTRAINT proforma_adds_up CHECK (net + vat = gross)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
