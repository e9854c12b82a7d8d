package ro.clickphone.pbx.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import ro.clickphone.pbx.vault.Kind;
import ro.clickphone.pbx.vault.Vault;

/**
 * At the start, after the migrations: the key is the one that the database knows, or comes after it; no secret lies in
 * clear any more, and none is sealed with an older key. What is large follows by and by, see {@link Resealing}.
 */
@ApplicationScoped
class Sealing {
    private static final Logger LOG = Logger.getLogger(Sealing.class.getName());
    private static final int AT_ONCE = 500;
    private static final List<Column> COLUMNS = List.of(
            new Column("trunk", "trunk_id", "login_password", Kind.TRUNK_LOGIN),
            new Column("portal_user", "user_id", "totp_secret", Kind.SECOND_FACTOR),
            new Column("portal_user", "user_id", "totp_wanted", Kind.SECOND_FACTOR),
            new Column("extension", "account_id, extension", "ha1_md5", Kind.SIP_DIGEST),
            new Column("extension", "account_id, extension", "ha1_sha256", Kind.SIP_DIGEST),
            new Column("conference", "account_id, room", "code", Kind.CONFERENCE_CODE));

    @Inject
    private Vault vault;

    /** Secrets as text. @param keys of the table, with commas between them */
    private record Column(String table, String keys, String name, Kind kind) {
        String clear() {
            return "SELECT " + name + ", " + keys + " FROM " + table + " WHERE " + name + " <> '' AND " + name
                    + " NOT LIKE '" + Vault.PREFIX + "%' LIMIT " + AT_ONCE;
        }

        String all() {
            return "SELECT " + name + ", " + keys + " FROM " + table + " WHERE " + name + " <> ''";
        }

        /** Not one that somebody has changed meanwhile. */
        String update() {
            return "UPDATE " + table + " SET " + name + " = ? WHERE " + name + " = ? AND "
                    + String.join(" = ? AND ", keys.split(", ")) + " = ?";
        }

        int keyCount() {
            return keys.split(", ").length;
        }
    }

    /** What is sealed anew at the start after an exchange of keys. */
    static Set<Kind> kinds() {
        return COLUMNS.stream().map(Column::kind).collect(Collectors.toSet());
    }

    /** @throws IllegalStateException when the key is another one than before */
    void run(DataSource database) {
        try (Connection connection = database.getConnection()) {
            boolean exchanged = isExchanged(connection);
            int sealed = 0;
            for (Column column : COLUMNS) {
                int some;
                do {
                    some = seal(connection, column, rows(connection, column, column.clear()));
                    sealed += some;
                } while (some == AT_ONCE);
                if (exchanged) {
                    renew(connection, column);
                }
            }
            if (sealed > 0) {
                LOG.info(sealed + " secrets that lay in clear are sealed now");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the secrets cannot be sealed", e);
        }
    }

    /** Whether the key is a new one. @throws IllegalStateException when it is one that the database does not know */
    private boolean isExchanged(Connection connection) throws SQLException {
        try (PreparedStatement first =
                connection.prepareStatement("INSERT IGNORE INTO vault_key (id, fingerprint) VALUES (1, ?)")) {
            first.setString(1, vault.fingerprint());
            first.executeUpdate();
        }
        try (PreparedStatement known = connection.prepareStatement("SELECT fingerprint FROM vault_key WHERE id = 1");
                ResultSet row = known.executeQuery()) {
            row.next();
            String before = row.getString(1);
            if (!before.equals(vault.fingerprint()) && !vault.oldFingerprints().contains(before)) {
                throw new IllegalStateException(
                        "The key of the vault is not the one with which this database was sealed:"
                                + " put back PBX_DATA/vault.key, or set PBX_VAULT_KEY to what it was.");
            }
            return !before.equals(vault.fingerprint());
        }
    }

    private void renew(Connection connection, Column column) throws SQLException {
        List<Object[]> old = rows(connection, column, column.all());
        old.removeIf(values -> vault.isCurrent(column.kind(), (String) values[0]));
        int renewed = seal(connection, column, old);
        LOG.info(() -> renewed + " values of " + column.table() + "." + column.name() + " are sealed with the new key");
    }

    private static List<Object[]> rows(Connection connection, Column column, String query) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (PreparedStatement wanted = connection.prepareStatement(query);
                ResultSet row = wanted.executeQuery()) {
            while (row.next()) {
                Object[] values = new Object[1 + column.keyCount()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = row.getObject(i + 1);
                }
                rows.add(values);
            }
        }
        return rows;
    }

    private int seal(Connection connection, Column column, List<Object[]> rows) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(column.update())) {
            for (Object[] values : rows) {
                update.setString(1, vault.seal(column.kind(), vault.open(column.kind(), (String) values[0])));
                for (int i = 0; i < values.length; i++) {
                    update.setObject(i + 2, values[i]);
                }
                update.addBatch();
            }
            if (!rows.isEmpty()) {
                update.executeBatch();
            }
        }
        return rows.size();
    }
}
