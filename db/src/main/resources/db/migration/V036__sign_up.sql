-- Who asked for an account on the public page and has not opened the link of the mail yet. Of the link only a hash is kept.
CREATE TABLE sign_up (
  token_sha256 CHAR(64)     NOT NULL COLLATE utf8mb4_bin PRIMARY KEY,
  email        VARCHAR(254) NOT NULL,
  company      VARCHAR(120) NOT NULL,
  name         VARCHAR(80)  NOT NULL,
  language     CHAR(2)      NOT NULL,
  expires_at   DATETIME(6)  NOT NULL,
  KEY sign_up_email (email),
  KEY sign_up_expiry (expires_at)
);
