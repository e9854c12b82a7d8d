-- Mailboxes that were switched on or off, and the messages in them.
CREATE TABLE voicemail_box (
  account_id BIGINT       NOT NULL,
  extension  INT          NOT NULL,
  switched   VARCHAR(4)   NOT NULL,
  mail       VARCHAR(254) NOT NULL,
  PRIMARY KEY (account_id, extension),
  CONSTRAINT fk_voicemail_box_extension FOREIGN KEY (account_id, extension)
    REFERENCES extension (account_id, extension) ON DELETE CASCADE
);

CREATE TABLE voicemail_message (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id  BIGINT       NOT NULL,
  extension   INT          NOT NULL,
  call_id     VARCHAR(36)  NOT NULL,
  caller      VARCHAR(64)  NOT NULL,
  recorded_at DATETIME(6)  NOT NULL,
  state       VARCHAR(8)   NOT NULL,
  millis      BIGINT       NOT NULL,
  sha256      VARCHAR(64)  NOT NULL,
  wav         LONGBLOB     NOT NULL,
  UNIQUE KEY voicemail_once (account_id, extension, call_id),
  KEY voicemail_age (recorded_at),
  CONSTRAINT fk_voicemail_message_extension FOREIGN KEY (account_id, extension)
    REFERENCES extension (account_id, extension) ON DELETE CASCADE
);
