-- A carrier has several machines, perhaps a login, and its own wishes.
CREATE TABLE trunk_peer (
    trunk_id  BIGINT       NOT NULL,
    position  INT          NOT NULL,
    host      VARCHAR(255) NOT NULL,
    port      INT          NOT NULL,
    transport VARCHAR(8)   NOT NULL,
    priority  INT          NOT NULL,
    weight    INT          NOT NULL,
    PRIMARY KEY (trunk_id, position),
    CONSTRAINT trunk_peer_trunk FOREIGN KEY (trunk_id) REFERENCES trunk (trunk_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

INSERT INTO trunk_peer (trunk_id, position, host, port, transport, priority, weight)
SELECT trunk_id, 0, host, port, transport, 1, 1 FROM trunk;

ALTER TABLE trunk
    DROP COLUMN host,
    DROP COLUMN port,
    DROP COLUMN transport,
    ADD COLUMN login_user VARCHAR(64) NOT NULL DEFAULT '' COLLATE utf8mb4_bin,
    ADD COLUMN login_password VARCHAR(128) NOT NULL DEFAULT '' COLLATE utf8mb4_bin,
    ADD COLUMN registration VARCHAR(16) NOT NULL DEFAULT 'STATIC',
    ADD COLUMN codecs VARCHAR(128) NOT NULL DEFAULT '',
    ADD COLUMN channels INT NOT NULL DEFAULT 0,
    ADD COLUMN caller_header VARCHAR(32) NOT NULL DEFAULT 'P_ASSERTED_IDENTITY',
    ADD COLUMN from_user VARCHAR(16) NOT NULL DEFAULT 'CALLER',
    ADD COLUMN caller_fallback VARCHAR(16) NOT NULL DEFAULT '',
    ADD COLUMN watch VARCHAR(16) NOT NULL DEFAULT 'BY_CALLS';
