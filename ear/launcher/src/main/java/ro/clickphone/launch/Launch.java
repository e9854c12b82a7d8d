package ro.clickphone.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * Starts the exchange in this process: the data folder, the database, the server, the application; and says where they
 * are. It ends with the process: Payara's shutdown hook undeploys the application, which ends the calls, and the
 * database follows.
 */
public final class Launch {
    private static final Duration HOOKS_START_WITHIN = Duration.ofMillis(200);
    private static final Duration SERVER_ENDS_WITHIN = Duration.ofSeconds(30);

    private final Settings settings;
    private final Path program;
    private volatile Optional<EmbeddedMariaDb> ownDatabase = Optional.empty();

    private Launch(Settings settings, Path program) {
        this.settings = settings;
        this.program = program;
    }

    /** @param args the folder with the server, the application and their libraries, as the build has laid it out */
    public static void main(String[] args) {
        LogSettings.lasting();
        try {
            new Launch(Settings.from(System.getenv()), Path.of(args[0]).toAbsolutePath()).start();
        } catch (CompletionException e) {
            giveUp(e.getCause());
        } catch (Exception e) {
            giveUp(e);
        }
    }

    private static void giveUp(Throwable reason) {
        String sentence =
                reason instanceof CannotStart ? reason.getMessage() : "Something unexpected failed: " + reason;
        System.err.println("ClickPhone PBX cannot start. " + sentence);
        System.exit(1);
    }

    private void start() throws Exception {
        DataFolder data = DataFolder.hold(settings.data());
        Runtime.getRuntime().addShutdownHook(new Thread(this::endAfterServer, "the last ones"));
        Ports.tcpFree("portal's", settings.httpBind(), settings.httpPort(), "PBX_HTTP_PORT");
        Ports.tcpFree("SIP", settings.sipBind(), settings.sipPort(), "PBX_SIP_PORT");
        Ports.udpFree("SIP", settings.sipBind(), settings.sipPort(), "PBX_SIP_PORT");
        CompletableFuture<Settings.Database> database = database(data);
        MicroServer server = MicroServer.boot(settings, data);
        tellApplication(data, database.join());
        server.deploy(program.resolve("sip-connector.rar"));
        server.deploy(program.resolve("pbx.war"));
        server.awaitReady();
        sayWhereWeAre(data, server);
    }

    /** The database that the operator named, tried at once; or our own, which starts while the server boots. */
    private CompletableFuture<Settings.Database> database(DataFolder data) throws Exception {
        Optional<Settings.Database> named = settings.database();
        if (named.isPresent()) {
            Connections.check(named.get());
            return CompletableFuture.completedFuture(named.get());
        }
        EmbeddedMariaDb mariaDb = new EmbeddedMariaDb(data.inside("mariadb"), settings.dbPort());
        mariaDb.makeRoom();
        ownDatabase = Optional.of(mariaDb);
        Path installer = program.resolve("mariadb");
        return inBackground(() -> mariaDb.start(
                Stream.concat(Stream.of(program.resolve("launcher.jar")), Folders.jarsIn(installer).stream())
                        .toList()));
    }

    /** The application reads its settings as MicroProfile Config: system properties before the environment. */
    private static void tellApplication(DataFolder data, Settings.Database database) {
        System.setProperty("PBX_DATA", data.path().toString());
        System.setProperty("PBX_DB_URL", database.url());
        System.setProperty("PBX_DB_USER", database.user());
        System.setProperty("PBX_DB_PASSWORD", database.password());
    }

    private void sayWhereWeAre(DataFolder data, MicroServer server) {
        Path demo = data.path().resolve("demo-passwords.txt");
        System.out.println("ClickPhone PBX is ready.");
        System.out.println("  Portal     " + settings.portal("localhost"));
        System.out.println("  SIP        " + settings.sipBind() + ":" + settings.sipPort() + ", UDP and TCP");
        if (Files.exists(demo)) {
            System.out.println("  Passwords  " + demo);
        }
        System.out.println("  Log        " + server.log());
        System.out.println("Ctrl-C ends it.");
    }

    private static <T> CompletableFuture<T> inBackground(Callable<T> task) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return task.call();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
    }

    /** Payara ends by a hook of its own that runs beside this one; it needs the database and the log for the last records. */
    private void endAfterServer() {
        long deadline = System.nanoTime() + SERVER_ENDS_WITHIN.toNanos();
        try {
            Thread.sleep(HOOKS_START_WITHIN.toMillis());
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals("Payara Micro Shutdown Hook")) {
                    thread.join(Math.max(
                            1, Duration.ofNanos(deadline - System.nanoTime()).toMillis()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ownDatabase.ifPresent(EmbeddedMariaDb::stop);
        LastingLog.end();
    }
}
