-- Orders at payment services. The id is what a service calls the order, so it is one for the whole exchange.
CREATE TABLE card_payment (
    order_id    VARCHAR(24)    NOT NULL COLLATE utf8mb4_bin,
    account_id  BIGINT         NOT NULL,
    reference   VARCHAR(16)    NOT NULL COLLATE utf8mb4_bin,
    way         VARCHAR(12)    NOT NULL,
    amount      DECIMAL(14, 2) NOT NULL,
    state       VARCHAR(12)    NOT NULL,
    told        VARCHAR(500)   NOT NULL,
    transaction VARCHAR(64)    NOT NULL COLLATE utf8mb4_bin,
    message     VARCHAR(200)   NOT NULL,
    invoice     VARCHAR(24)    NOT NULL,
    created_at  DATETIME(6)    NOT NULL,
    decided_at  DATETIME(6)    NULL,
    PRIMARY KEY (order_id),
    KEY card_payment_account (account_id, created_at),
    KEY card_payment_newest (created_at),
    CONSTRAINT card_payment_account FOREIGN KEY (account_id) REFERENCES account (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
