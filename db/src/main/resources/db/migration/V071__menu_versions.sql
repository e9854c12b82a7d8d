-- Who applied which version of the menus, and the messages that belong to it: a draft's messages are those of the slots.
CREATE TABLE menu_version (
  account_id BIGINT       NOT NULL,
  version    INT          NOT NULL,
  applied_at DATETIME(6)  NOT NULL,
  applied_by VARCHAR(254) NOT NULL,
  PRIMARY KEY (account_id, version),
  CONSTRAINT fk_menu_version_state FOREIGN KEY (account_id) REFERENCES menu_state (account_id)
);

CREATE TABLE menu_message (
  account_id   BIGINT      NOT NULL,
  version      INT         NOT NULL,
  slot         VARCHAR(16) NOT NULL,
  announcement VARCHAR(64) NULL,
  sha256       VARCHAR(64) NULL,
  PRIMARY KEY (account_id, version, slot),
  CONSTRAINT fk_menu_message_account FOREIGN KEY (account_id) REFERENCES account (account_id),
  CONSTRAINT fk_menu_message_recording FOREIGN KEY (account_id, sha256) REFERENCES prompt_recording (account_id, sha256),
  CONSTRAINT menu_message_one_of_two CHECK ((announcement IS NULL) <> (sha256 IS NULL))
);

INSERT INTO menu_version (account_id, version, applied_at, applied_by)
  SELECT account_id, live_version, UTC_TIMESTAMP(6), '' FROM menu_state WHERE live_version > 0;

INSERT INTO menu_message (account_id, version, slot, announcement, sha256)
  SELECT s.account_id, m.live_version, s.slot, s.announcement, s.sha256
    FROM prompt_slot s JOIN menu_state m ON m.account_id = s.account_id
   WHERE m.live_version > 0 AND s.slot LIKE 'MENU:%';
