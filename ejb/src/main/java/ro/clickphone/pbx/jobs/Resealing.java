package ro.clickphone.pbx.jobs;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import ro.clickphone.pbx.recording.TalkShelf;
import ro.clickphone.pbx.vault.Kind;
import ro.clickphone.pbx.vault.Vault;

/**
 * The operator exchanged the vault's key: voicemail, letters and recordings are sealed anew one by one while the exchange
 * works, and read with the old key until then. Cut off in the middle, it begins anew at the next start.
 */
@ApplicationScoped
class Resealing {
    private static final Logger LOG = Logger.getLogger(Resealing.class.getName());
    private static final List<Sound> SOUNDS = List.of(
            new Sound("voicemail_message", "id", "0", "wav", Kind.VOICEMAIL),
            new Sound("mail_attachment", "mail_id", "place", "content", Kind.LETTER));

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Vault vault;

    @Inject
    private TalkShelf talks;

    /** Sealed bytes in a table. @param part the second half of its key, or 0 */
    private record Sound(String table, String key, String part, String name, Kind kind) {
        String next() {
            return "SELECT " + key + ", " + part + ", " + name + " FROM " + table + " WHERE " + key + " > ? OR (" + key
                    + " = ? AND " + part + " > ?) ORDER BY " + key + (part.equals("0") ? "" : ", " + part) + " LIMIT 1";
        }

        /** Not one that somebody has changed meanwhile. */
        String update() {
            return "UPDATE " + table + " SET " + name + " = ? WHERE " + key + " = ? AND " + part + " = ? AND " + name
                    + " = ?";
        }
    }

    /** What is sealed anew by and by. */
    static Set<Kind> kinds() {
        return SOUNDS.stream().map(Sound::kind).collect(Collectors.toSet());
    }

    /** Returns at once. */
    void begin(DataSource database) {
        executor.execute(() -> {
            try {
                run(database);
            } catch (SQLException | RuntimeException e) {
                LOG.log(Level.SEVERE, "not everything is sealed with the new key; it goes on at the next start", e);
            }
        });
    }

    void run(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (isDone(connection)) {
                return;
            }
            for (Sound sound : SOUNDS) {
                int renewed = renew(connection, sound);
                LOG.info(() -> renewed + " of " + sound.table() + " are sealed with the new key");
            }
            int recordings = talks.renewAll();
            try (PreparedStatement done =
                    connection.prepareStatement("UPDATE vault_key SET fingerprint = ? WHERE id = 1")) {
                done.setString(1, vault.fingerprint());
                done.executeUpdate();
            }
            LOG.info(
                    () -> recordings + " recordings are sealed with the new key; the old key opens nothing any more and"
                            + " can be taken away");
        }
    }

    private boolean isDone(Connection connection) throws SQLException {
        try (PreparedStatement known = connection.prepareStatement("SELECT fingerprint FROM vault_key WHERE id = 1");
                ResultSet row = known.executeQuery()) {
            return row.next() && row.getString(1).equals(vault.fingerprint());
        }
    }

    private int renew(Connection connection, Sound sound) throws SQLException {
        int renewed = 0;
        long key = 0;
        long part = -1;
        try (PreparedStatement next = connection.prepareStatement(sound.next());
                PreparedStatement update = connection.prepareStatement(sound.update())) {
            while (true) {
                next.setLong(1, key);
                next.setLong(2, key);
                next.setLong(3, part);
                byte[] sealed;
                try (ResultSet row = next.executeQuery()) {
                    if (!row.next()) {
                        return renewed;
                    }
                    key = row.getLong(1);
                    part = row.getLong(2);
                    sealed = row.getBytes(3);
                }
                if (!vault.isCurrent(sound.kind(), sealed)) {
                    update.setBytes(1, vault.seal(sound.kind(), vault.open(sound.kind(), sealed)));
                    update.setLong(2, key);
                    update.setLong(3, part);
                    update.setBytes(4, sealed);
                    renewed += update.executeUpdate();
                }
            }
        }
    }
}
