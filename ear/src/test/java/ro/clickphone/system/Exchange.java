package ro.clickphone.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The packaged product in a process of its own: launcher, server, embedded database, on ports and a folder of its own. */
public final class Exchange implements AutoCloseable {
    /** Where phones are. */
    public static final String LOOPBACK = "127.0.0.1";
    /** Where the demo's carrier is: at the phones' own address, as in the default settings. */
    public static final String CARRIER = "127.0.0.1";

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(300);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);
    private static final int RTP_PORTS = 1000;

    private final Path data;
    private final Path console;
    private final Map<String, String> settings;
    private final int httpPort;
    private final int sipPort;
    private final int sipsPort;
    private final int webSocketPort;
    private final int secureWebSocketPort;
    private final String rtpPorts;
    private final int carrierPort;
    private Process process;

    private Exchange(Path data, int httpPort, int sipPort, int carrierPort, Map<String, String> given) {
        this.data = data;
        this.console = data.resolveSibling(data.getFileName() + ".console");
        this.httpPort = httpPort;
        this.sipPort = sipPort;
        this.sipsPort = FreePorts.one();
        this.webSocketPort = FreePorts.one();
        this.secureWebSocketPort = FreePorts.one();
        this.carrierPort = carrierPort;
        int rtp = FreePorts.block(RTP_PORTS);
        this.rtpPorts = rtp + "-" + (rtp + RTP_PORTS - 1);
        TestCertificate certificate = newCertificate("first");
        this.settings = new TreeMap<>(Map.of(
                "PBX_TLS_CERTIFICATE",
                certificate.certificate().toString(),
                "PBX_TLS_KEY",
                certificate.key().toString(),
                "PBX_SIPS_PORT",
                Integer.toString(sipsPort),
                "PBX_DATA",
                data.toString(),
                "PBX_HTTP_BIND",
                LOOPBACK,
                "PBX_HTTP_PORT",
                Integer.toString(httpPort),
                "PBX_SIP_BIND",
                LOOPBACK,
                "PBX_SIP_PORT",
                Integer.toString(sipPort),
                "PBX_RTP_PORTS",
                rtpPorts));
        settings.put("PBX_REAL_TIME_AUDIO", "on"); // tests share their machine with telephones and browsers
        settings.put("PBX_WS_PORT", Integer.toString(webSocketPort));
        settings.put("PBX_WSS_PORT", Integer.toString(secureWebSocketPort));
        settings.put("PBX_DB_PORT", Integer.toString(FreePorts.one()));
        settings.put("PBX_DEMO_TRUNK_PEER", CARRIER + ":" + carrierPort);
        settings.putAll(given);
    }

    /** Starts a fresh one and returns when it is ready for calls. */
    public static Exchange start(Map<String, String> settings) {
        Exchange exchange = new Exchange(freshFolder(), FreePorts.one(), FreePorts.one(), FreePorts.one(), settings);
        exchange.start();
        return exchange;
    }

    /** One that somebody else has started, with these settings, and will end. */
    public static Exchange standing(Path data, int httpPort, int sipPort, int carrierPort) {
        return new Exchange(data, httpPort, sipPort, carrierPort, Map.of());
    }

    /** Starts it again where it was, after {@link #kill()} or {@link #close()}. */
    public void start() {
        try {
            process = launch();
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            kill();
            throw e;
        }
    }

    public URI portal() {
        return URI.create("http://" + LOOPBACK + ":" + httpPort + "/");
    }

    /** Where phones register. */
    public InetSocketAddress sip() {
        return new InetSocketAddress(LOOPBACK, sipPort);
    }

    /** Where phones register over TLS. */
    public InetSocketAddress sips() {
        return new InetSocketAddress(LOOPBACK, sipsPort);
    }

    /** Where phones in browsers register. */
    public String webSocket() {
        return "ws://" + LOOPBACK + ":" + webSocketPort + "/";
    }

    /** The same over TLS. */
    public String secureWebSocket() {
        return "wss://" + LOOPBACK + ":" + secureWebSocketPort + "/";
    }

    /** First and last port of its audio, {@code 10000-10999}. */
    public String rtpPorts() {
        return rtpPorts;
    }

    /** Puts a certificate of that name where the exchange has its own. */
    public TestCertificate newCertificate(String name) {
        return TestCertificate.in(data.resolveSibling(data.getFileName() + ".tls"), name);
    }

    /** A number at the exchange's address, as a carrier dials it. */
    public String uri(String number) {
        return "sip:" + number + "@" + LOOPBACK + ":" + sip().getPort();
    }

    /** Where the demo's trunk leads: a test that is the carrier binds it. */
    public InetSocketAddress carrier() {
        return new InetSocketAddress(CARRIER, carrierPort);
    }

    /** Its folder: passwords, log, spool. */
    public Path data() {
        return data;
    }

    public long pid() {
        return process.pid();
    }

    public OperatorApi api() {
        return new OperatorApi(portal().resolve("api/v1/"), line(data.resolve("operator-api-key.txt")));
    }

    /** The API as somebody with another key sees it. */
    public OperatorApi api(String key) {
        return new OperatorApi(portal().resolve("api/v1/"), key);
    }

    public DemoPasswords demoPasswords() {
        return DemoPasswords.in(data);
    }

    /** How many lines the server has logged. */
    public long logged() {
        return Files.exists(log()) ? read(log()).size() : 0;
    }

    /** What the server logged after that many lines, for the reader of a failure; at most the last of it. */
    public String saidSince(long logged, int atMost) {
        List<String> all = Files.exists(log()) ? read(log()) : List.of();
        return String.join("\n", all.subList((int) Math.max(logged, all.size() - atMost), all.size()));
    }

    public Path log() {
        return data.resolve("log/server.0.log");
    }

    /** As {@code kill -9} does: no hook runs. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private Process launch() throws IOException {
        Path micro = Path.of(System.getProperty("pbx.micro"));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseZGC",
                "-XX:ThreadPriorityPolicy=1",
                "-XX:JavaPriority1_To_OSPriority=10",
                "-XX:JavaPriority9_To_OSPriority=0",
                "-XX:CompilerThreadPriority=0",
                // It lives for minutes: only what is really hot, such as the hash of a password (ten times faster), is
                // worth the second compiler.
                "-XX:Tier4InvocationThreshold=200000",
                "-XX:Tier4MinInvocationThreshold=100000",
                "-XX:Tier4CompileThreshold=300000",
                "-XX:Tier4BackEdgeThreshold=800000",
                "-Xms256m",
                "-Xmx768m",
                "-jar",
                micro.resolve("launcher.jar").toString(),
                micro.toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()));
        builder.environment().keySet().removeIf(key -> key.startsWith("PBX_"));
        builder.environment().putAll(settings);
        return builder.start();
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + STARTS_WITHIN.toNanos();
        long before = readyLines();
        while (readyLines() == before) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("The exchange did not start.\n" + lastWords());
            }
            pause();
        }
    }

    /** The launcher says it once a start. */
    private long readyLines() {
        return read(console).stream()
                .filter(line -> line.startsWith("ClickPhone PBX is ready"))
                .count();
    }

    private void pause() {
        try {
            process.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the exchange started", e);
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The exchange did not end.\n" + lastWords());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String lastWords() {
        return String.join("\n", read(console)) + "\n" + saidSince(0, 40);
    }

    /** An empty folder for one exchange. */
    public static Path freshFolder() {
        try {
            Path scratch = Files.createDirectories(Path.of(System.getProperty("pbx.scratch"), "exchanges"));
            return Files.createTempDirectory(scratch, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Path file) {
        return read(file).get(0).strip();
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
