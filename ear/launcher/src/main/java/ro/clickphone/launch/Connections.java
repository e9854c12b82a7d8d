package ro.clickphone.launch;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** Tries whether a database answers us. */
final class Connections {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private Connections() {}

    /** Waits until a database that is starting answers. */
    static void await(Settings.Database database, Process process, int seconds, Path log)
            throws CannotStart, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            try {
                connect(database);
                return;
            } catch (SQLException e) {
                Thread.sleep(BETWEEN_TRIES.toMillis());
            }
        }
        throw new CannotStart("The embedded database did not start; " + log + " says why.");
    }

    /** @throws CannotStart when the database that the operator named does not let us in */
    static void check(Settings.Database database) throws CannotStart {
        try {
            connect(database);
        } catch (SQLException e) {
            throw new CannotStart("The database " + database.url() + " does not answer or does not let the user "
                    + database.user() + " in: " + firstLine(e) + ".");
        }
    }

    private static void connect(Settings.Database database) throws SQLException {
        DriverManager.setLoginTimeout(5);
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            connection.isValid(5);
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
