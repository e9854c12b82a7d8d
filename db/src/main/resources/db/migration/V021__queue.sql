-- One queue an account; the place in the list is the ring order of the strategy LINEAR (manual, item 99).
CREATE TABLE waiting_queue (
  account_id           BIGINT      NOT NULL PRIMARY KEY,
  strategy             VARCHAR(16) NOT NULL,
  longest_wait_seconds BIGINT      NOT NULL,
  CONSTRAINT fk_waiting_queue_account FOREIGN KEY (account_id) REFERENCES account (account_id)
);

CREATE TABLE queue_agent (
  account_id BIGINT NOT NULL,
  place      INT    NOT NULL,
  extension  INT    NOT NULL,
  PRIMARY KEY (account_id, place),
  UNIQUE KEY uk_queue_agent_extension (account_id, extension),
  CONSTRAINT fk_queue_agent_queue FOREIGN KEY (account_id) REFERENCES waiting_queue (account_id)
);
