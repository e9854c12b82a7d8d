package ro.clickphone.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A real MariaDB that nobody had to install, in the data folder, reachable from this machine only. It ends when this
 * process does, however that happens: a shell beside it waits on a pipe that closes with us.
 */
final class EmbeddedMariaDb {
    private static final String VERSION = "11.4.5";
    private static final int START_SECONDS = 180;
    private static final int STOP_SECONDS = 30;

    /** Runs the program given as arguments, and ends it cleanly at the end of its own standard input. */
    private static final String UNTIL_WE_END =
            "trap '' INT; \"$@\" </dev/null & database=$!; read -r nothing; kill \"$database\"; wait \"$database\"";

    private final Path base;
    private final Path data;
    private final Path folder;
    private final int port;
    private Optional<Process> running = Optional.empty();

    EmbeddedMariaDb(Path folder, int port) {
        this.folder = folder;
        this.base = folder.resolve("mariadb-" + VERSION);
        this.data = folder.resolve("data");
        this.port = port;
    }

    /** Ends what an earlier start may have left behind, and makes sure that the port is free. */
    void makeRoom() throws IOException, CannotStart, InterruptedException {
        stopStale();
        Ports.tcpFree("database's", "127.0.0.1", port, "PBX_DB_PORT");
    }

    /** Installs it when it is missing, starts it, and returns when it answers. */
    Settings.Database start(List<Path> installer) throws IOException, CannotStart, InterruptedException {
        if (!Files.isDirectory(data) || !Files.isDirectory(base)) {
            install(installer);
        }
        Settings.Database database =
                new Settings.Database("jdbc:mariadb://127.0.0.1:" + port + "/pbx", "pbx", password());
        Path opening = folder.resolve("opening.sql");
        DataFolder.writeSecret(opening, openingStatements(database));
        Process process = launch(opening);
        running = Optional.of(process);
        Connections.await(database, process, START_SECONDS, folder.resolve("mariadb.log"));
        Files.delete(opening);
        return database;
    }

    /** Ends it cleanly and waits for that. */
    void stop() {
        running.ifPresent(process -> {
            try {
                process.getOutputStream().close();
                if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                    System.err.println("The database has not ended yet; it ends by itself.");
                }
            } catch (IOException e) {
                process.destroy();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** A database that survived its server, which was killed together with the shell, is ended first. */
    private void stopStale() throws IOException, InterruptedException, CannotStart {
        Path pidFile = folder.resolve("mariadb.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> stale = ProcessHandle.of(
                        Long.parseLong(Files.readString(pidFile).trim()))
                .filter(process -> process.info().command().orElse("").startsWith(base.toString()));
        if (stale.isPresent()) {
            stale.get().destroy();
            try {
                stale.get().onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new CannotStart("The database of an earlier start does not end; its process is "
                        + stale.get().pid() + ".");
            }
        }
        Files.deleteIfExists(pidFile);
    }

    private void install(List<Path> installer) throws IOException, InterruptedException, CannotStart {
        System.out.println("Preparing the database, once …");
        Path fresh = folder.resolve("data.new");
        Folders.delete(fresh);
        Path log = folder.resolve("install.log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(String.join(
                File.pathSeparator, installer.stream().map(Path::toString).toList()));
        command.addAll(List.of(MariaDbInstaller.class.getName(), base.toString(), fresh.toString()));
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new CannotStart("The embedded database could not be prepared; " + log + " says why.");
        }
        if (!Files.isDirectory(data)) {
            Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Process launch(Path opening) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", UNTIL_WE_END, "database"));
        command.add(base.resolve("bin").resolve("mariadbd").toString());
        command.addAll(List.of(
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + data,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("mariadb.pid"),
                "--log-error=" + folder.resolve("mariadb.log"),
                "--init-file=" + opening,
                "--character-set-server=utf8mb4",
                "--default-time-zone=+00:00",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=128M",
                "--max-connections=200",
                "--performance-schema=OFF"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private String password() throws IOException {
        Path file = folder.resolve("password");
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            DataFolder.writeSecret(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return Files.readString(file).trim();
    }

    /** Run by the database before it listens: our user, and none without a password that could come over the network. */
    private static String openingStatements(Settings.Database database) {
        return String.join(
                "\n",
                "CREATE DATABASE IF NOT EXISTS pbx CHARACTER SET utf8mb4;",
                "CREATE USER IF NOT EXISTS pbx@'127.0.0.1';",
                "ALTER USER pbx@'127.0.0.1' IDENTIFIED BY '" + database.password() + "';",
                "GRANT ALL ON pbx.* TO pbx@'127.0.0.1';",
                "DELETE FROM mysql.global_priv WHERE User IN ('', 'root') AND Host <> 'localhost';",
                "FLUSH PRIVILEGES;",
                "");
    }
}
