-- What finance puts right: proposed by one person, decided by another. No invoice number: the wallet alone is corrected.
CREATE TABLE correction (
    correction_id  BIGINT         NOT NULL AUTO_INCREMENT,
    account_id     BIGINT         NOT NULL,
    amount         DECIMAL(12, 2) NOT NULL,
    invoice_number BIGINT         NULL,
    reason         VARCHAR(200)   NOT NULL,
    state          VARCHAR(12)    NOT NULL,
    proposed_at    DATETIME(6)    NOT NULL,
    proposed_by    VARCHAR(254)   NOT NULL,
    decided_at     DATETIME(6)    NULL,
    decided_by     VARCHAR(254)   NOT NULL,
    document       VARCHAR(24)    NOT NULL,
    money_back     VARCHAR(12)    NOT NULL,
    PRIMARY KEY (correction_id),
    KEY correction_state (state, correction_id),
    KEY correction_account (account_id, correction_id),
    CONSTRAINT correction_account FOREIGN KEY (account_id) REFERENCES account (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- How much of a card payment, in lei, its payment service was asked to give back: the notice of it is no news then.
ALTER TABLE card_payment ADD COLUMN asked_back DECIMAL(14, 2) NOT NULL DEFAULT 0;
ALTER TABLE card_payment ADD KEY card_payment_invoice (account_id, invoice);
