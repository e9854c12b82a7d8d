package ro.clickphone.launch;

import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
    private static final Duration SERVER_ENDS_WITHIN = Duration.ofSeconds(30);

    private static final String SERVER = "configs.config.server-config.";

    /** While the application has no say yet, the server calls itself ready. */
    private static final String SIP_CHECK = "\"sip\"";

    private final Settings settings;
    private final Path program;

    private Launch(Settings settings, Path program) {
        this.settings = settings;
        this.program = program;
    }

    /** @param args the folder with the server, the application and their libraries, as the build has laid it out */
    public static void main(String[] args) {
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
        Ports.tcpFree("portal's", settings.httpBind(), settings.httpPort(), "PBX_HTTP_PORT");
        Ports.tcpFree("SIP", settings.sipBind(), settings.sipPort(), "PBX_SIP_PORT");
        Ports.udpFree("SIP", settings.sipBind(), settings.sipPort(), "PBX_SIP_PORT");
        CompletableFuture<Settings.Database> database = inBackground(() -> database(data));
        PayaraMicroRuntime server = server(data);
        tellApplication(data, database.join());
        deploy(server, data, "sip-connector.rar");
        deploy(server, data, "pbx.war");
        awaitReady(data);
        sayWhereWeAre(data);
    }

    /** The application reads its settings as MicroProfile Config: system properties before the environment. */
    private static void tellApplication(DataFolder data, Settings.Database database) {
        System.setProperty("PBX_DATA", data.path().toString());
        System.setProperty("PBX_DB_URL", database.url());
        System.setProperty("PBX_DB_USER", database.user());
        System.setProperty("PBX_DB_PASSWORD", database.password());
    }

    private void deploy(PayaraMicroRuntime server, DataFolder data, String file) throws CannotStart {
        String name = file.substring(0, file.indexOf('.'));
        boolean deployed = server.deploy(program.resolve(file).toFile());
        if (!deployed || !server.getDeployedApplicationNames().contains(name)) {
            throw new CannotStart(file + " did not start; " + logOf(data) + " says why.");
        }
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

    private Settings.Database database(DataFolder data) throws Exception {
        Optional<Settings.Database> named = settings.database();
        if (named.isPresent()) {
            Connections.check(named.get());
            return named.get();
        }
        EmbeddedMariaDb mariaDb = new EmbeddedMariaDb(data.inside("mariadb"), settings.dbPort());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterServer(mariaDb), "database's end"));
        return mariaDb.start(Stream.concat(
                        Stream.of(program.resolve("launcher.jar")), Folders.jarsIn(program.resolve("mariadb")).stream())
                .toList());
    }

    private PayaraMicroRuntime server(DataFolder data) throws Exception {
        Path payara = data.path().resolve("payara");
        Folders.delete(payara); // it keeps what was deployed, and would deploy it a second time
        data.inside("payara");
        Path logging = payara.resolve("logging.properties");
        Files.writeString(logging, LogSettings.into(data.inside("log")));
        Path beforeBoot = payara.resolve("before-boot");
        Files.writeString(
                beforeBoot,
                "set " + SERVER + "network-config.network-listeners.network-listener.http-listener.address="
                        + settings.httpBind() + "\nset " + SERVER
                        + "hazelcast-config-specific-configuration.enabled=false\n");
        return PayaraMicroLauncher.create(new String[] {
                    "--nocluster",
                    "--nohazelcast",
                    "--disablephonehome",
                    "--rootdir",
                    payara.toString(),
                    "--logproperties",
                    logging.toString(),
                    "--prebootcommandfile",
                    beforeBoot.toString(),
                    "--port",
                    Integer.toString(settings.httpPort())
                })
                .getRuntime();
    }

    /** The SIP ports open a moment after the server says that it is up. */
    private void awaitReady(DataFolder data) throws InterruptedException, CannotStart {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest readiness = HttpRequest.newBuilder(URI.create(portal("127.0.0.1") + "health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            if (answersOk(client, readiness)) {
                return;
            }
            Thread.sleep(BETWEEN_TRIES.toMillis());
        }
        throw new CannotStart("The exchange did not become ready; " + logOf(data) + " says why.");
    }

    private static boolean answersOk(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains(SIP_CHECK);
        } catch (IOException e) {
            return false; // not yet
        }
    }

    private void sayWhereWeAre(DataFolder data) {
        Path demo = data.path().resolve("demo-passwords.txt");
        System.out.println("ClickPhone PBX is ready.");
        System.out.println("  Portal     " + portal("localhost"));
        System.out.println("  SIP        " + settings.sipBind() + ":" + settings.sipPort() + ", UDP and TCP");
        if (Files.exists(demo)) {
            System.out.println("  Passwords  " + demo);
        }
        System.out.println("  Log        " + logOf(data));
        System.out.println("Ctrl-C ends it.");
    }

    private String portal(String here) {
        String host = "0.0.0.0".equals(settings.httpBind()) ? here : settings.httpBind();
        return "http://" + host + ":" + settings.httpPort() + "/";
    }

    private static Path logOf(DataFolder data) {
        return data.path().resolve("log").resolve("server.0.log");
    }

    /** Payara ends by a hook of its own that runs beside this one; it still needs the database for the last records. */
    private static void stopAfterServer(EmbeddedMariaDb mariaDb) {
        long deadline = System.nanoTime() + SERVER_ENDS_WITHIN.toNanos();
        try {
            Thread.sleep(BETWEEN_TRIES.toMillis()); // all hooks are started at the same time
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals("Payara Micro Shutdown Hook")) {
                    thread.join(Math.max(
                            1, Duration.ofNanos(deadline - System.nanoTime()).toMillis()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        mariaDb.stop();
    }
}
