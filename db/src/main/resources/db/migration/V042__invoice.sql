-- One series for all customers; the row is locked while a document is issued, so that no number is left out.
CREATE TABLE invoice_series (
    series         VARCHAR(8) NOT NULL,
    next_number    BIGINT     NOT NULL,
    last_issued_on DATE       NOT NULL,
    PRIMARY KEY (series)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

INSERT INTO invoice_series (series, next_number, last_issued_on) VALUES ('MAIN', 1, '2000-01-01');

-- Invoices and credit notes as issued. The number is the tax office's key, one for the whole exchange.
CREATE TABLE invoice (
    invoice_number    BIGINT         NOT NULL,
    account_id        BIGINT         NOT NULL,
    printed           VARCHAR(24)    NOT NULL COLLATE utf8mb4_bin,
    kind              VARCHAR(16)    NOT NULL,
    issued_at         DATETIME(6)    NOT NULL,
    issued_on         DATE           NOT NULL,
    supplied_on       DATE           NOT NULL,
    customer_name     VARCHAR(120)   NOT NULL,
    customer_code     VARCHAR(12)    NOT NULL COLLATE utf8mb4_bin,
    customer_register VARCHAR(24)    NOT NULL,
    customer_street   VARCHAR(150)   NOT NULL,
    customer_city     VARCHAR(50)    NOT NULL,
    customer_county   VARCHAR(2)     NOT NULL,
    customer_email    VARCHAR(254)   NOT NULL,
    item              VARCHAR(200)   NOT NULL,
    vat_percent       DECIMAL(4, 2)  NOT NULL,
    net               DECIMAL(14, 2) NOT NULL,
    vat               DECIMAL(14, 2) NOT NULL,
    gross             DECIMAL(14, 2) NOT NULL,
    rate_day          DATE           NOT NULL,
    lei               DECIMAL(7, 4)  NOT NULL,
    vat_lei           DECIMAL(14, 2) NOT NULL,
    paid_by           VARCHAR(16)    NOT NULL,
    takes_back        BIGINT         NULL,
    reported          VARCHAR(12)    NOT NULL,
    PRIMARY KEY (invoice_number),
    KEY invoice_of_account (account_id, invoice_number),
    KEY invoice_issued (issued_on, reported),
    KEY invoice_taken_back (account_id, takes_back),
    CONSTRAINT invoice_account FOREIGN KEY (account_id) REFERENCES account (account_id),
    CONSTRAINT invoice_takes_back FOREIGN KEY (takes_back) REFERENCES invoice (invoice_number),
    CONSTRAINT invoice_adds_up CHECK (net + vat = gross)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What the customer and the tax office were given, to the octet.
CREATE TABLE invoice_file (
    invoice_number BIGINT     NOT NULL,
    pdf            MEDIUMBLOB NOT NULL,
    xml            MEDIUMTEXT NOT NULL,
    PRIMARY KEY (invoice_number),
    CONSTRAINT invoice_file_invoice FOREIGN KEY (invoice_number) REFERENCES invoice (invoice_number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
