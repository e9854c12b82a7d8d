-- What the eight strategies, the way out and the announcements of the queue need; agents on pause.
ALTER TABLE waiting_queue
  ADD COLUMN wrap_up_seconds   BIGINT  NOT NULL DEFAULT 0,
  ADD COLUMN way_out_extension INT     NOT NULL DEFAULT 0 COMMENT '0: words and the end',
  ADD COLUMN announce_position BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN announce_wait     BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN announce_seconds  BIGINT  NOT NULL DEFAULT 60;

ALTER TABLE queue_agent
  ADD COLUMN penalty INT NOT NULL DEFAULT 0 CHECK (penalty BETWEEN 0 AND 10);

CREATE TABLE queue_pause (
  account_id BIGINT NOT NULL,
  extension  INT    NOT NULL,
  PRIMARY KEY (account_id, extension),
  CONSTRAINT fk_queue_pause_account FOREIGN KEY (account_id) REFERENCES account (account_id)
);
