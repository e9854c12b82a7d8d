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

/** Payara Micro in this process, alone: no cluster, no data grid, no news to its maker. */
final class MicroServer {
    private static final Duration READY_WITHIN = Duration.ofSeconds(180);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
    private static final String CONFIGURATION = "configs.config.server-config.";
    /** While the application has no say yet, the server calls itself ready. */
    private static final String SIP_CHECK = "\"sip\"";

    private final PayaraMicroRuntime payara;
    private final String portal;
    private final Path log;

    private MicroServer(PayaraMicroRuntime payara, String portal, Path log) {
        this.payara = payara;
        this.portal = portal;
        this.log = log;
    }

    /** Boots the server without an application. */
    static MicroServer boot(Settings settings, DataFolder data) throws Exception {
        Path home = data.path().resolve("payara");
        Folders.delete(home); // it keeps what was deployed, and would deploy it a second time
        data.inside("payara");
        Path logs = data.inside("log");
        Path logging = home.resolve("logging.properties");
        Files.writeString(logging, LogSettings.into(logs));
        Path beforeBoot = home.resolve("before-boot");
        Files.writeString(beforeBoot, commands(settings));
        PayaraMicroRuntime payara = PayaraMicroLauncher.create(new String[] {
                    "--nocluster",
                    "--disablephonehome",
                    "--rootdir",
                    home.toString(),
                    "--logproperties",
                    logging.toString(),
                    "--prebootcommandfile",
                    beforeBoot.toString(),
                    "--port",
                    Integer.toString(settings.httpPort())
                })
                .getRuntime();
        return new MicroServer(payara, settings.portal("127.0.0.1"), logs.resolve("server.0.log"));
    }

    /** @param archive its file name, without what follows the dot, is the application's name */
    void deploy(Path archive) throws CannotStart {
        String file = archive.getFileName().toString();
        String name = file.substring(0, file.indexOf('.'));
        boolean deployed = payara.deploy(archive.toFile());
        if (!deployed || !payara.getDeployedApplicationNames().contains(name)) {
            throw new CannotStart(file + " did not start; " + log + " says why.");
        }
    }

    /** The SIP ports open a moment after the application is deployed. */
    void awaitReady() throws InterruptedException, CannotStart {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest readiness = HttpRequest.newBuilder(URI.create(portal + "health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            if (isReady(client, readiness)) {
                return;
            }
            Thread.sleep(BETWEEN_TRIES.toMillis());
        }
        throw new CannotStart("The exchange did not become ready; " + log + " says why.");
    }

    Path log() {
        return log;
    }

    private static boolean isReady(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains(SIP_CHECK);
        } catch (IOException e) {
            return false; // not yet
        }
    }

    private static String commands(Settings settings) {
        String network = "set " + CONFIGURATION + "network-config.";
        return String.join(
                "\n",
                network + "network-listeners.network-listener.http-listener.address=" + settings.httpBind(),
                network + "protocols.protocol.http-listener.http.server-header=false",
                network + "protocols.protocol.http-listener.http.xpowered-by=false",
                // its page of figures is for nobody; the operator's interface has them, for a key
                "set " + CONFIGURATION + "microprofile-metrics-configuration.security-enabled=true",
                settings.behindProxy()
                        ? network + "protocols.protocol.http-listener.http.scheme-mapping=X-Forwarded-Proto"
                        : "",
                "set " + CONFIGURATION + "hazelcast-config-specific-configuration.enabled=false",
                "");
    }
}
