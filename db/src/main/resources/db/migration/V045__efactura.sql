-- How far each document is on its way to the tax office (RO e-Factura). The key is the tax office's: the document's number.
CREATE TABLE efactura (
    invoice_number BIGINT        NOT NULL,
    printed        VARCHAR(24)   NOT NULL COLLATE utf8mb4_bin,
    kind           VARCHAR(16)   NOT NULL,
    company        BOOLEAN       NOT NULL,
    customer       VARCHAR(120)  NOT NULL,
    issued_on      DATE          NOT NULL,
    state          VARCHAR(12)   NOT NULL,
    upload_index   VARCHAR(32)   NOT NULL COLLATE utf8mb4_bin,
    attempts       INT           NOT NULL,
    asked          INT           NOT NULL,
    next_at        DATETIME(6)   NOT NULL,
    started_at     DATETIME(6)   NULL,
    answered_at    DATETIME(6)   NULL,
    problem        VARCHAR(1000) NOT NULL,
    sealed         BOOLEAN       NOT NULL,
    PRIMARY KEY (invoice_number),
    KEY efactura_due (state, next_at),
    KEY efactura_index (upload_index),
    CONSTRAINT efactura_invoice FOREIGN KEY (invoice_number) REFERENCES invoice (invoice_number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What was issued before goes too.
INSERT INTO efactura (invoice_number, printed, kind, company, customer, issued_on, state, upload_index, attempts, asked,
                      next_at, problem, sealed)
SELECT invoice_number, printed, kind, customer_code <> '', customer_name, issued_on, 'WAITING', '', 0, 0, issued_at, '', FALSE
FROM invoice;

-- The sealed answers, to the octet.
CREATE TABLE efactura_seal (
    invoice_number BIGINT     NOT NULL,
    zip            MEDIUMBLOB NOT NULL,
    PRIMARY KEY (invoice_number),
    CONSTRAINT efactura_seal_invoice FOREIGN KEY (invoice_number) REFERENCES invoice (invoice_number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
