package ro.clickphone.system.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.FreePorts;
import ro.clickphone.system.OncePerJvm;

/**
 * A domain of Payara Server, made and tuned by {@code server-config/payara-server.sh} as an operator does it, started once
 * for all tests that name it, and ended with the JVM. Arquillian finds its ports in system properties.
 */
public final class PayaraServer implements BeforeAllCallback, ParameterResolver {
    private static final OncePerJvm<Domain> DOMAIN = new OncePerJvm<>(Domain::start);
    private static final int PORTS_OF_A_DOMAIN = 100;
    private static final int RTP_PORTS = 200;

    @Override
    public void beforeAll(ExtensionContext context) {
        domain();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Domain.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return domain();
    }

    static Domain domain() {
        return DOMAIN.get();
    }

    /** The running domain. */
    static final class Domain implements AutoCloseable {
        private static final Path SCRATCH = Path.of(System.getProperty("pbx.scratch"));
        private static final Path PROJECT = SCRATCH.resolve("../..").normalize();
        private static final int MINUTES = 15;

        private final Path folder = SCRATCH.resolve("payara-server-" + FreePorts.FORK);
        private final int base = FreePorts.block(PORTS_OF_A_DOMAIN);
        private final CompletableFuture<Database> database;
        private final Exchange exchange;
        private final Map<String, String> settings;

        /** The database comes up while the domain is made. */
        private Domain(Path data) {
            int databasePort = FreePorts.one();
            this.database = CompletableFuture.supplyAsync(() -> Database.start(data.resolve("database"), databasePort));
            this.exchange = Exchange.standing(data, base + 80, FreePorts.one(), FreePorts.one());
            int rtp = FreePorts.block(RTP_PORTS);
            this.settings = new TreeMap<>(Map.of(
                    "PBX_PORT_BASE",
                    Integer.toString(base),
                    "PBX_DB_URL",
                    Database.url(databasePort),
                    "PBX_DB_USER",
                    Database.USER,
                    "PBX_DB_PASSWORD",
                    Database.PASSWORD,
                    "PBX_DATA",
                    data.toString(),
                    "PBX_SIP_BIND",
                    Exchange.LOOPBACK,
                    "PBX_SIP_PORT",
                    Integer.toString(exchange.sip().getPort()),
                    "PBX_RTP_PORTS",
                    rtp + "-" + (rtp + RTP_PORTS - 1),
                    "PBX_DEMO_TRUNK_PEER",
                    Exchange.CARRIER + ":" + exchange.carrier().getPort()));
        }

        private static Domain start() {
            try {
                Path data = Exchange.freshFolder();
                Domain domain = new Domain(data);
                domain.removeThatOfAnEarlierRun();
                domain.script("install");
                domain.database.join();
                domain.script("start");
                System.setProperty("payara.admin.port", Integer.toString(domain.base + 48));
                System.setProperty("payara.http.port", Integer.toString(domain.base + 80));
                return domain;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void removeThatOfAnEarlierRun() throws IOException {
            Path earlier = folder.resolve("payara6/glassfish/domains/pbx");
            if (Files.exists(earlier)) {
                try (Stream<Path> all = Files.walk(earlier)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        }

        /** The exchange on it, once it is deployed. */
        Exchange exchange() {
            return exchange;
        }

        /** Deploys the EAR, or deploys it anew. */
        void deploy() {
            script("deploy");
        }

        void undeploy() {
            script("undeploy");
        }

        @Override
        public void close() throws IOException {
            script("stop");
            database.join().close();
        }

        private void script(String command) {
            try {
                Path said = Files.createTempFile(SCRATCH, "payara-server-" + command, ".log");
                ProcessBuilder builder = new ProcessBuilder(
                                PROJECT.resolve("server-config/payara-server.sh")
                                        .toString(),
                                command,
                                folder.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
                builder.environment().keySet().removeIf(key -> key.startsWith("PBX_"));
                builder.environment().putAll(settings);
                Process process = builder.start();
                if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                    process.destroy();
                    throw new IllegalStateException(command + " does not end:\n" + Files.readString(said));
                }
                if (process.exitValue() != 0) {
                    throw new IllegalStateException(command + " failed:\n" + Files.readString(said));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(command + " was interrupted", e);
            }
        }
    }
}
