-- Lists of prices. A deck is complete: what is not in it cannot be called. The newest applied one whose day has come is
-- in force; older ones stay, since a call is priced by the deck of the moment in which it began.
CREATE TABLE rate_deck (
  deck_id    BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name       VARCHAR(80)  NOT NULL,
  state      VARCHAR(16)  NOT NULL,
  valid_from DATETIME(6)  NULL,
  staged_at  DATETIME(6)  NOT NULL,
  applied_at DATETIME(6)  NULL,
  prefixes   INT          NOT NULL,
  KEY rate_deck_in_force (state, valid_from)
);

-- Prices in micro-euro a minute, net; increments in seconds.
CREATE TABLE rate (
  deck_id         BIGINT      NOT NULL,
  prefix          VARCHAR(15) NOT NULL COLLATE utf8mb4_bin,
  destination     VARCHAR(80) NOT NULL,
  number_class    VARCHAR(16) NOT NULL,
  per_minute      BIGINT      NOT NULL,
  connection      BIGINT      NOT NULL,
  first_seconds   INT         NOT NULL,
  next_seconds    INT         NOT NULL,
  minimum_seconds INT         NOT NULL,
  PRIMARY KEY (deck_id, prefix),
  CONSTRAINT fk_rate_deck FOREIGN KEY (deck_id) REFERENCES rate_deck (deck_id) ON DELETE CASCADE
);
