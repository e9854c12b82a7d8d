-- From which network somebody asked for an account in the last hour; older rows are removed.
CREATE TABLE sign_up_source (
  sign_up_source_id BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  network           VARCHAR(45) NOT NULL,
  asked_at          DATETIME(6) NOT NULL,
  KEY sign_up_source_network (network, asked_at),
  KEY sign_up_source_time (asked_at)
);
