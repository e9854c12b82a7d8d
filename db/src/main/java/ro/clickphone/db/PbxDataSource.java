package ro.clickphone.db;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.mariadb.jdbc.Driver;

/**
 * Makes the physical connections to MariaDB that the container then pools. The driver's own data source also implements
 * XADataSource, so the server would take part in two-phase commits that nothing here needs: four more round trips a
 * transaction. This one offers plain local transactions only.
 *
 * <p>It is a bean because the container sets {@code address}, {@code user} and {@code password} from the settings
 * {@code PBX_DB_URL}, {@code PBX_DB_USER} and {@code PBX_DB_PASSWORD}.
 */
public final class PbxDataSource implements DataSource {
    private static final String CONNECT_TIMEOUT_MILLIS = "3000";
    private static final String SOCKET_TIMEOUT_MILLIS = "30000";
    /** Of each connection; the database has 16,382 for all connections of all servers. */
    private static final String PREPARED_STATEMENTS = "100";

    private final Driver driver = new Driver();
    private String address = "";
    private String user = "";
    private String password = "";

    /** @param address JDBC URL, {@code jdbc:mariadb://host:port/database} */
    public void setAddress(String address) {
        this.address = address.trim();
    }

    public void setUser(String user) {
        this.user = user;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /**
     * Opens a connection that speaks UTC and gives up on a database that does not answer: 3 s to connect, 30 s for a
     * statement.
     *
     * @throws SQLException when the address is missing or not MariaDB's, or the database cannot be reached
     */
    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(user, password);
    }

    @Override
    public Connection getConnection(String asUser, String withPassword) throws SQLException {
        if (!driver.acceptsURL(address)) {
            throw new SQLException(
                    "PBX_DB_URL must look like jdbc:mariadb://host:port/database, it is \"" + address + "\"");
        }
        Properties properties = new Properties();
        properties.setProperty("user", asUser);
        properties.setProperty("password", withPassword);
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_MILLIS);
        properties.setProperty("socketTimeout", SOCKET_TIMEOUT_MILLIS);
        properties.setProperty("connectionTimeZone", "UTC");
        properties.setProperty("forceConnectionTimeZoneToSession", "true");
        properties.setProperty("tcpKeepAlive", "true");
        // values go as bytes: as text each moment had a date format of its own made for it, a fifteenth of a call's
        // cost
        properties.setProperty("useServerPrepStmts", "true");
        properties.setProperty("prepStmtCacheSize", PREPARED_STATEMENTS);
        // the server's own certificate is not shown to the database, which would not know whose it is and hang up
        properties.setProperty("fallbackToSystemKeyStore", "false");
        return driver.connect(address, properties);
    }

    /** Part of the bean's contract; the driver logs through java.util.logging and takes no writer. */
    @Override
    public PrintWriter getLogWriter() {
        return new PrintWriter(PrintWriter.nullWriter());
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("the driver logs through java.util.logging");
    }

    @Override
    public int getLoginTimeout() {
        return Integer.parseInt(CONNECT_TIMEOUT_MILLIS) / 1000;
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("the time to connect is fixed");
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.mariadb.jdbc");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("not a wrapper of " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
