-- Secrets lie sealed, and are longer then; what an older version left in clear is sealed at the next start.
ALTER TABLE trunk
    MODIFY COLUMN login_password VARCHAR(512) NOT NULL DEFAULT '' COLLATE utf8mb4_bin;

ALTER TABLE portal_user
    MODIFY COLUMN totp_secret VARCHAR(255) NOT NULL DEFAULT '' COLLATE utf8mb4_bin,
    MODIFY COLUMN totp_wanted VARCHAR(255) NOT NULL DEFAULT '' COLLATE utf8mb4_bin;

ALTER TABLE extension
    MODIFY COLUMN ha1_md5 VARCHAR(255) NOT NULL COLLATE utf8mb4_bin,
    MODIFY COLUMN ha1_sha256 VARCHAR(255) NOT NULL COLLATE utf8mb4_bin;

-- With which key: an exchange that comes with another one does not open, before it makes things worse.
CREATE TABLE vault_key (
    id          TINYINT     NOT NULL,
    fingerprint VARCHAR(64) NOT NULL COLLATE utf8mb4_bin,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
