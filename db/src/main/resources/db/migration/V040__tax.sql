-- The standard rate of VAT from a day on (Cod fiscal, art. 291; Legea 141/2025 for the last).
CREATE TABLE vat_rate (
    valid_from DATE          NOT NULL,
    percent    DECIMAL(4, 2) NOT NULL,
    PRIMARY KEY (valid_from)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

INSERT INTO vat_rate (valid_from, percent) VALUES
    ('2000-01-01', 19.00),
    ('2010-07-01', 24.00),
    ('2016-01-01', 20.00),
    ('2017-01-01', 19.00),
    ('2025-08-01', 21.00);

-- Lei for a euro, as the National Bank said for the day.
CREATE TABLE euro_rate (
    valid_on DATE          NOT NULL,
    lei      DECIMAL(7, 4) NOT NULL,
    PRIMARY KEY (valid_on)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
