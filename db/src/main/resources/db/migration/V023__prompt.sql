-- Messages by content, and what each slot plays: one of the product's announcements or a recording.
CREATE TABLE prompt_recording (
  account_id BIGINT      NOT NULL,
  sha256     VARCHAR(64) NOT NULL,
  wav        LONGBLOB    NOT NULL,
  millis     BIGINT      NOT NULL,
  stored_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (account_id, sha256),
  CONSTRAINT fk_prompt_recording_account FOREIGN KEY (account_id) REFERENCES account (account_id)
);

CREATE TABLE prompt_slot (
  account_id   BIGINT      NOT NULL,
  slot         VARCHAR(16) NOT NULL,
  announcement VARCHAR(64) NULL,
  sha256       VARCHAR(64) NULL,
  PRIMARY KEY (account_id, slot),
  CONSTRAINT fk_prompt_slot_account FOREIGN KEY (account_id) REFERENCES account (account_id),
  CONSTRAINT fk_prompt_slot_recording FOREIGN KEY (account_id, sha256) REFERENCES prompt_recording (account_id, sha256),
  CONSTRAINT one_of_two CHECK ((announcement IS NULL) <> (sha256 IS NULL))
);
