-- What is sold, at which price from when, and who has bought it. Prices in micro-euro a month, net of VAT.
CREATE TABLE product (
  code              VARCHAR(32) NOT NULL PRIMARY KEY,
  family            VARCHAR(16) NOT NULL,
  place             INT         NOT NULL,
  name              VARCHAR(80) NOT NULL,
  extensions        INT         NOT NULL,
  inbound_channels  INT         NOT NULL,
  outbound_channels INT         NOT NULL,
  queue             BOOLEAN     NOT NULL,
  minutes           INT         NOT NULL,
  minute_classes    VARCHAR(80) NOT NULL,
  on_sale           BOOLEAN     NOT NULL
);

CREATE TABLE product_price (
  code       VARCHAR(32) NOT NULL,
  valid_from DATE        NOT NULL,
  price      BIGINT      NOT NULL,
  PRIMARY KEY (code, valid_from),
  CONSTRAINT fk_product_price_product FOREIGN KEY (code) REFERENCES product (code),
  CONSTRAINT product_price_is_one CHECK (price >= 0)
);

-- The id is the order's: a purchase ordered twice is one subscription.
CREATE TABLE subscription (
  account_id     BIGINT      NOT NULL,
  id             VARCHAR(40) NOT NULL COLLATE utf8mb4_bin,
  product        VARCHAR(32) NOT NULL,
  next_product   VARCHAR(32) NULL,
  state          VARCHAR(16) NOT NULL,
  bought_at      DATETIME(6) NOT NULL,
  first_month    INT         NOT NULL,
  last_month     INT         NULL,
  past_due_since DATE        NULL,
  detail         VARCHAR(40) NOT NULL,
  PRIMARY KEY (account_id, id),
  KEY subscription_state (state, account_id, id),
  CONSTRAINT fk_subscription_account FOREIGN KEY (account_id) REFERENCES account (account_id),
  CONSTRAINT fk_subscription_product FOREIGN KEY (product) REFERENCES product (code),
  CONSTRAINT fk_subscription_next FOREIGN KEY (next_product) REFERENCES product (code)
);

-- One a subscription and month (year * 12 + month - 1), whatever becomes of it: this key is what charges a month once.
CREATE TABLE subscription_month (
  account_id      BIGINT      NOT NULL,
  subscription_id VARCHAR(40) NOT NULL COLLATE utf8mb4_bin,
  month           INT         NOT NULL,
  product         VARCHAR(32) NOT NULL,
  fee             BIGINT      NOT NULL,
  state           VARCHAR(16) NOT NULL,
  seconds         INT         NOT NULL,
  seconds_used    INT         NOT NULL,
  PRIMARY KEY (account_id, subscription_id, month),
  KEY subscription_month_due (state, month),
  CONSTRAINT fk_subscription_month FOREIGN KEY (account_id, subscription_id) REFERENCES subscription (account_id, id),
  CONSTRAINT subscription_month_seconds CHECK (seconds_used >= 0)
);

-- The included seconds that a call has taken, or holds while it goes on.
CREATE TABLE minute_use (
  account_id      BIGINT      NOT NULL,
  call_id         CHAR(36)    NOT NULL COLLATE utf8mb4_bin,
  subscription_id VARCHAR(40) NOT NULL COLLATE utf8mb4_bin,
  month           INT         NOT NULL,
  seconds         INT         NOT NULL,
  PRIMARY KEY (account_id, call_id, subscription_id),
  KEY minute_use_month (account_id, subscription_id, month),
  CONSTRAINT fk_minute_use_month FOREIGN KEY (account_id, subscription_id, month)
    REFERENCES subscription_month (account_id, subscription_id, month)
);

-- How far the run of a month has come; the operator looks at it, and may stop it.
CREATE TABLE monthly_run (
  month      INT         NOT NULL PRIMARY KEY,
  state      VARCHAR(16) NOT NULL,
  planned    BIGINT      NOT NULL,
  done       BIGINT      NOT NULL,
  past_due   BIGINT      NOT NULL,
  started_at DATETIME(6) NOT NULL,
  beat_at    DATETIME(6) NOT NULL
);

-- Numbers that nobody has yet.
CREATE TABLE number_stock (
  number   VARCHAR(16) NOT NULL COLLATE utf8mb4_bin PRIMARY KEY,
  trunk_id BIGINT      NOT NULL,
  CONSTRAINT fk_number_stock_trunk FOREIGN KEY (trunk_id) REFERENCES trunk (trunk_id)
);

INSERT INTO product VALUES
  ('HPBX3',    'PACKAGE',  10, 'Hosted PBX 3',    3,  1,  1, FALSE, 0, '', TRUE),
  ('HPBX7',    'PACKAGE',  20, 'Hosted PBX 7',    7,  2,  1, FALSE, 0, '', TRUE),
  ('HPBX3Q',   'PACKAGE',  30, 'Hosted PBX 3Q',   3,  3,  1, TRUE,  0, '', TRUE),
  ('HPBX5Q',   'PACKAGE',  40, 'Hosted PBX 5Q',   5,  5,  2, TRUE,  0, '', TRUE),
  ('HPBX10Q',  'PACKAGE',  50, 'Hosted PBX 10Q', 10,  8,  4, TRUE,  0, '', TRUE),
  ('HPBX20Q',  'PACKAGE',  60, 'Hosted PBX 20Q', 20, 15,  8, TRUE,  0, '', TRUE),
  ('HPBX50Q',  'PACKAGE',  70, 'Hosted PBX 50Q', 50, 30, 20, TRUE,  0, '', TRUE),
  ('IN1',      'INBOUND',  10, 'Inbound 1',       0,  1,  0, FALSE, 0, '', TRUE),
  ('IN3',      'INBOUND',  20, 'Inbound 3',       0,  3,  0, FALSE, 0, '', TRUE),
  ('IN10',     'INBOUND',  30, 'Inbound 10',      0, 10,  0, FALSE, 0, '', TRUE),
  ('OUT1',     'OUTBOUND', 10, 'Outbound 1',      0,  0,  1, FALSE, 0, '', TRUE),
  ('OUT3',     'OUTBOUND', 20, 'Outbound 3',      0,  0,  3, FALSE, 0, '', TRUE),
  ('OUT10',    'OUTBOUND', 30, 'Outbound 10',     0,  0, 10, FALSE, 0, '', TRUE),
  ('MIN100',   'MINUTES',  10, '100 minute',      0,  0,  0, FALSE, 100,  'NATIONAL,MOBILE', TRUE),
  ('MIN500',   'MINUTES',  20, '500 minute',      0,  0,  0, FALSE, 500,  'NATIONAL,MOBILE', TRUE),
  ('MIN1500',  'MINUTES',  30, '1500 minute',     0,  0,  0, FALSE, 1500, 'NATIONAL,MOBILE', TRUE),
  ('DID',      'NUMBER',   10, 'Număr suplimentar', 0, 0, 0, FALSE, 0, '', TRUE);

INSERT INTO product_price VALUES
  ('HPBX3',   '2015-01-01',  5000000), ('HPBX7',   '2015-01-01',  7000000), ('HPBX3Q',  '2015-01-01',  7000000),
  ('HPBX5Q',  '2015-01-01',  9000000), ('HPBX10Q', '2015-01-01', 16000000), ('HPBX20Q', '2015-01-01', 29000000),
  ('HPBX50Q', '2015-01-01', 65000000),
  ('IN1',     '2015-01-01',  1500000), ('IN3',     '2015-01-01',  4000000), ('IN10',    '2015-01-01', 12000000),
  ('OUT1',    '2015-01-01',  1500000), ('OUT3',    '2015-01-01',  4000000), ('OUT10',   '2015-01-01', 12000000),
  ('MIN100',  '2015-01-01',  2000000), ('MIN500',  '2015-01-01',  9000000), ('MIN1500', '2015-01-01', 24000000),
  ('DID',     '2015-01-01',  1000000);
