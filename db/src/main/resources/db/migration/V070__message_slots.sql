-- A slot that somebody opened to fill it, with what was made for it so far; callers hear nothing of that.
CREATE TABLE prompt_opening (
  account_id BIGINT       NOT NULL,
  slot       VARCHAR(16)  NOT NULL,
  owner      VARCHAR(254) NOT NULL,
  opened_at  DATETIME(6)  NOT NULL,
  expires_at DATETIME(6)  NOT NULL,
  sha256     VARCHAR(64)  NULL,
  origin     VARCHAR(8)   NULL,
  made_by    VARCHAR(254) NULL,
  made_at    DATETIME(6)  NULL,
  PRIMARY KEY (account_id, slot),
  CONSTRAINT fk_prompt_opening_account FOREIGN KEY (account_id) REFERENCES account (account_id),
  CONSTRAINT fk_prompt_opening_recording FOREIGN KEY (account_id, sha256) REFERENCES prompt_recording (account_id, sha256)
);

-- What was heard in a slot, counted up from 1; the last ones are kept, to go back to.
CREATE TABLE prompt_version (
  account_id BIGINT       NOT NULL,
  slot       VARCHAR(16)  NOT NULL,
  version    INT          NOT NULL,
  sha256     VARCHAR(64)  NOT NULL,
  origin     VARCHAR(8)   NOT NULL,
  made_by    VARCHAR(254) NOT NULL,
  made_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (account_id, slot, version),
  CONSTRAINT fk_prompt_version_account FOREIGN KEY (account_id) REFERENCES account (account_id),
  CONSTRAINT fk_prompt_version_recording FOREIGN KEY (account_id, sha256) REFERENCES prompt_recording (account_id, sha256)
);

INSERT INTO prompt_version (account_id, slot, version, sha256, origin, made_by, made_at)
  SELECT s.account_id, s.slot, 1, s.sha256, 'FILE', '', r.stored_at
    FROM prompt_slot s JOIN prompt_recording r ON r.account_id = s.account_id AND r.sha256 = s.sha256;
