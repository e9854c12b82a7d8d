-- Which marks of its daily limit an account has passed, so that each is told once; percent is 50, 80 or 100.
CREATE TABLE limit_mark (
    account_id BIGINT NOT NULL,
    spent_on   DATE   NOT NULL,
    percent    INT    NOT NULL,
    PRIMARY KEY (account_id, spent_on, percent),
    KEY limit_mark_day (spent_on, percent),
    CONSTRAINT limit_mark_account FOREIGN KEY (account_id) REFERENCES account (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
