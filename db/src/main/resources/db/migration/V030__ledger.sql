-- Money: micro-euro, net of VAT. A row of ledger_transfer or ledger_entry is never changed and never deleted; wallet,
-- reservation and spent_today are sums kept beside them, which LedgerCheck proves.
CREATE TABLE wallet (
  account_id BIGINT      NOT NULL PRIMARY KEY,
  available  BIGINT      NOT NULL,
  reserved   BIGINT      NOT NULL,
  transfers  BIGINT      NOT NULL,
  opened_at  DATETIME(6) NOT NULL,
  CONSTRAINT fk_wallet_account FOREIGN KEY (account_id) REFERENCES account (account_id),
  CONSTRAINT wallet_reserved CHECK (reserved >= 0)
);

-- Numbered without a gap in each account: a row taken away would be missed.
CREATE TABLE ledger_transfer (
  account_id  BIGINT       NOT NULL,
  id          VARCHAR(80)  NOT NULL COLLATE utf8mb4_bin,
  number      BIGINT       NOT NULL,
  kind        VARCHAR(16)  NOT NULL,
  made_at     DATETIME(6)  NOT NULL,
  amount      BIGINT       NOT NULL,
  total_after BIGINT       NOT NULL,
  reservation VARCHAR(80)  NOT NULL COLLATE utf8mb4_bin,
  text_key    VARCHAR(64)  NOT NULL,
  arguments   VARCHAR(500) NOT NULL,
  arithmetic  VARCHAR(500) NOT NULL,
  PRIMARY KEY (account_id, id),
  UNIQUE KEY uk_ledger_number (account_id, number),
  KEY ledger_kind (account_id, kind, made_at),
  KEY ledger_made (made_at),
  CONSTRAINT fk_ledger_transfer_wallet FOREIGN KEY (account_id) REFERENCES wallet (account_id)
);

-- The halves of a transfer: what flowed into a book, or out of it (negative). They sum to 0.
CREATE TABLE ledger_entry (
  account_id BIGINT      NOT NULL,
  id         VARCHAR(80) NOT NULL COLLATE utf8mb4_bin,
  book       VARCHAR(24) NOT NULL,
  amount     BIGINT      NOT NULL,
  PRIMARY KEY (account_id, id, book),
  CONSTRAINT fk_ledger_entry_transfer FOREIGN KEY (account_id, id) REFERENCES ledger_transfer (account_id, id)
);

-- The invoice or credit note that belongs to a transfer; said once.
CREATE TABLE ledger_document (
  account_id BIGINT      NOT NULL,
  id         VARCHAR(80) NOT NULL COLLATE utf8mb4_bin,
  document   VARCHAR(64) NOT NULL,
  PRIMARY KEY (account_id, id),
  KEY ledger_document_number (account_id, document),
  CONSTRAINT fk_ledger_document_transfer FOREIGN KEY (account_id, id) REFERENCES ledger_transfer (account_id, id)
);

-- First phase of a paid call: what is set aside for it until it is posted, released or expired.
CREATE TABLE reservation (
  account_id BIGINT      NOT NULL,
  id         VARCHAR(80) NOT NULL COLLATE utf8mb4_bin,
  state      VARCHAR(16) NOT NULL,
  held       BIGINT      NOT NULL,
  charged    BIGINT      NOT NULL,
  slices     INT         NOT NULL,
  spent_on   DATE        NOT NULL,
  opened_at  DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (account_id, id),
  KEY reservation_expiry (state, expires_at),
  CONSTRAINT fk_reservation_wallet FOREIGN KEY (account_id) REFERENCES wallet (account_id),
  CONSTRAINT reservation_held CHECK (held >= 0)
);

-- What the traffic of a local day has cost and may yet cost; the daily limit is compared with the sum of both.
CREATE TABLE spent_today (
  account_id BIGINT NOT NULL,
  spent_on   DATE   NOT NULL,
  charged    BIGINT NOT NULL,
  reserved   BIGINT NOT NULL,
  PRIMARY KEY (account_id, spent_on),
  CONSTRAINT fk_spent_today_wallet FOREIGN KEY (account_id) REFERENCES wallet (account_id),
  CONSTRAINT spent_today_reserved CHECK (reserved >= 0)
);
