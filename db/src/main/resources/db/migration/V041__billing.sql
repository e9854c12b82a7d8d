-- What is written on invoices: the customers' side and ours.
CREATE TABLE billing_customer (
    account_id     BIGINT       NOT NULL,
    name           VARCHAR(120) NOT NULL,
    fiscal_code    VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
    trade_register VARCHAR(24)  NOT NULL,
    street         VARCHAR(150) NOT NULL,
    city           VARCHAR(50)  NOT NULL,
    county         VARCHAR(2)   NOT NULL,
    email          VARCHAR(254) NOT NULL,
    changed_at     DATETIME(6)  NOT NULL,
    PRIMARY KEY (account_id),
    KEY billing_customer_code (fiscal_code),
    CONSTRAINT billing_customer_account FOREIGN KEY (account_id) REFERENCES account (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE billing_supplier (
    supplier_id    INT          NOT NULL,
    name           VARCHAR(120) NOT NULL,
    fiscal_code    VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
    trade_register VARCHAR(24)  NOT NULL,
    street         VARCHAR(150) NOT NULL,
    city           VARCHAR(50)  NOT NULL,
    county         VARCHAR(2)   NOT NULL,
    email          VARCHAR(254) NOT NULL,
    iban           VARCHAR(34)  NOT NULL,
    bank           VARCHAR(60)  NOT NULL,
    capital        VARCHAR(60)  NOT NULL,
    phone          VARCHAR(60)  NOT NULL,
    changed_at     DATETIME(6)  NOT NULL,
    PRIMARY KEY (supplier_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
