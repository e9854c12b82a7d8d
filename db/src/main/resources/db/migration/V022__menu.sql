-- Menus in versions: 0 is the draft, applied ones count up from 1; the state says which one callers hear (item 122).
CREATE TABLE menu_state (
  account_id   BIGINT NOT NULL PRIMARY KEY,
  live_version INT    NOT NULL,
  revision     BIGINT NOT NULL,
  CONSTRAINT fk_menu_state_account FOREIGN KEY (account_id) REFERENCES account (account_id)
);

CREATE TABLE menu (
  account_id BIGINT      NOT NULL,
  version    INT         NOT NULL,
  number     INT         NOT NULL,
  name       VARCHAR(64) NOT NULL,
  PRIMARY KEY (account_id, version, number),
  CONSTRAINT fk_menu_state FOREIGN KEY (account_id) REFERENCES menu_state (account_id)
);

-- A key of 0-9 * #, or i (wrong key) or t (nothing pressed).
CREATE TABLE menu_line (
  account_id  BIGINT       NOT NULL,
  version     INT          NOT NULL,
  menu        INT          NOT NULL,
  menu_key    VARCHAR(1)   NOT NULL,
  does        VARCHAR(8)   NOT NULL,
  extensions  VARCHAR(120) NOT NULL,
  target_menu INT          NOT NULL,
  PRIMARY KEY (account_id, version, menu, menu_key),
  CONSTRAINT fk_menu_line_menu FOREIGN KEY (account_id, version, menu) REFERENCES menu (account_id, version, number)
);
