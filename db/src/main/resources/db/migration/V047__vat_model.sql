-- What a top-up is to the tax office from a day on: the supply itself (MFP 408212/2013), or an advance for what is rendered
-- later (Cod fiscal, art. 282).
CREATE TABLE vat_model (
    valid_from DATE        NOT NULL,
    model      VARCHAR(12) NOT NULL,
    PRIMARY KEY (valid_from)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

INSERT INTO vat_model (valid_from, model) VALUES ('2000-01-01', 'SUPPLY');

-- A month of a customer whose rendered services were invoiced against advances; once.
CREATE TABLE advance_month (
    account_id BIGINT      NOT NULL,
    month      INT         NOT NULL,
    closed_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (account_id, month),
    CONSTRAINT advance_month_account FOREIGN KEY (account_id) REFERENCES account (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE INDEX invoice_of_kind ON invoice (kind, account_id);
