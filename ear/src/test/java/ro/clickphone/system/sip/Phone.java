package ro.clickphone.system.sip;

import static org.awaitility.Awaitility.await;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.FreePorts;

/** A real phone program, baresip, without a loudspeaker: it says one tone and writes down what it hears. */
final class Phone implements Telephone {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String MODULES = "/usr/lib/baresip/modules";
    private static final int ONE_SECOND = 10;
    private static final Gson GSON = new Gson();

    private final Path folder;
    private final Process process;
    private final Socket control;
    private final List<JsonObject> events = new CopyOnWriteArrayList<>();

    private Phone(Path folder, Process process, int controlPort) {
        this.folder = folder;
        this.process = process;
        this.control = connected(controlPort);
        Thread listener = new Thread(this::listen, "phone " + folder.getFileName());
        listener.setDaemon(true);
        listener.start();
    }

    /** The extension's phone, registered. */
    static Phone registered(Exchange exchange, Customer customer, int extension, int hertz) {
        Phone phone = of(exchange, customer.sipUser(extension), customer.sipPassword(extension), hertz);
        phone.awaitRegistration();
        return phone;
    }

    /** The extension's phone, registered over TCP. */
    static Phone registeredOverTcp(Exchange exchange, Customer customer, int extension, int hertz) {
        Phone phone = start(
                Exchange.LOOPBACK,
                FreePorts.one(),
                account(exchange, customer.sipUser(extension), customer.sipPassword(extension), "tcp"),
                hertz);
        phone.awaitRegistration();
        return phone;
    }

    /** By its log: it may have registered before anybody could listen to its events. */
    private void awaitRegistration() {
        await("registration of " + folder).atMost(PATIENCE).until(() -> Files.readString(log())
                .contains("200 OK (ClickPhone)"));
    }

    /** A phone that tries to register with this password. */
    static Phone of(Exchange exchange, String user, String password, int hertz) {
        return start(Exchange.LOOPBACK, FreePorts.one(), account(exchange, user, password, "udp"), hertz);
    }

    private static String account(Exchange exchange, String user, String password, String transport) {
        return "<sip:" + user + "@pbx.clickphone.ro;transport=" + transport + ">;auth_user=" + user + ";auth_pass="
                + password + ";outbound=\"sip:" + exchange.sip().getHostString() + ":"
                + exchange.sip().getPort()
                + ";transport=" + transport + "\";regint=300;audio_codecs=PCMA,PCMU";
    }

    /** The extension's phone, registered over TLS, that makes and takes encrypted calls only (SDES). */
    static Phone encrypting(Exchange exchange, Customer customer, int extension, int hertz) {
        String user = customer.sipUser(extension);
        String account = "<sip:" + user + "@pbx.clickphone.ro;transport=tls>;auth_user=" + user + ";auth_pass="
                + customer.sipPassword(extension)
                + ";outbound=\"sip:" + exchange.sips().getHostString() + ":"
                + exchange.sips().getPort()
                + ";transport=tls\";regint=300;audio_codecs=PCMA,PCMU;mediaenc=srtp-mand";
        Phone phone = start(Exchange.LOOPBACK, FreePorts.one(), account, hertz);
        phone.awaitRegistration();
        return phone;
    }

    /** The extension's phone that encrypts by a handshake on the way of the audio (DTLS-SRTP), and has no ICE. */
    static Phone shakingHands(Exchange exchange, Customer customer, int extension, int hertz) {
        Phone phone = start(
                Exchange.LOOPBACK,
                FreePorts.one(),
                account(exchange, customer.sipUser(extension), customer.sipPassword(extension), "udp")
                        + ";mediaenc=dtls_srtp",
                hertz);
        phone.awaitRegistration();
        return phone;
    }

    /** The carrier of the demo's trunk: it calls from its address and takes what comes. */
    static Phone carrier(Exchange exchange, String number, int hertz) {
        int port = exchange.carrier().getPort();
        String account = "<sip:" + number + "@" + Exchange.CARRIER + ":" + port
                + ";transport=udp>;regint=0;audio_codecs=PCMA,PCMU";
        return start(Exchange.CARRIER, port, account, hertz);
    }

    @Override
    public void dial(String uri) {
        command("dial", uri);
    }

    void answer() {
        command("accept", "");
    }

    @Override
    public void takeUp() {
        awaitEvent("CALL_INCOMING");
        answer();
    }

    @Override
    public void awaitTalk() {
        awaitEvent("CALL_ESTABLISHED");
    }

    @Override
    public void awaitEnd() {
        awaitEvent("CALL_CLOSED");
    }

    @Override
    public void forget() {
        forgetEvents();
    }

    /** In its latest call. */
    @Override
    public boolean hears(int hertz) {
        return heard().tenthsOf(hertz) > ONE_SECOND;
    }

    void hold() {
        command("hold", "");
    }

    void resume() {
        command("resume", "");
    }

    @Override
    public void hangUp() {
        command("hangup", "");
    }

    /** Hands the other party of the call on. */
    void transferTo(String uri) {
        command("transfer", uri);
    }

    /** Digits as RFC 4733 events. */
    void press(String digits) {
        for (char digit : digits.toCharArray()) {
            command("sndcode", String.valueOf(digit));
        }
    }

    /** What happened before is of no interest any more. */
    void forgetEvents() {
        events.clear();
    }

    /** Whether such an event came that has not been waited for. */
    boolean hasEvent(String type) {
        return events.stream()
                .anyMatch(event ->
                        event.has("type") && event.get("type").getAsString().equals(type));
    }

    /** Waits for an event of baresip, {@code CALL_ESTABLISHED}, that has not been waited for yet. */
    JsonObject awaitEvent(String type) {
        JsonObject[] found = new JsonObject[1];
        await(type + " at " + folder)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("baresip ended: " + Files.readString(log()));
                    }
                    found[0] = events.stream()
                            .filter(event -> event.has("type")
                                    && event.get("type").getAsString().equals(type))
                            .findFirst()
                            .orElse(null);
                    return found[0] != null && events.remove(found[0]);
                });
        return found[0];
    }

    /** What was heard in the last call, from when there was any sound. */
    Heard heard() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("-dec.wav"))
                    .max(Comparator.naturalOrder())
                    .map(Heard::in)
                    .orElse(Heard.NOTHING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            control.close();
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Phone start(String address, int sipPort, String account, int hertz) {
        try {
            Path scratch = Files.createDirectories(Path.of(System.getProperty("pbx.scratch"), "phones"));
            Path folder = Files.createTempDirectory(scratch, "");
            int controlPort = FreePorts.one();
            Files.writeString(folder.resolve("config"), configuration(folder, address, sipPort, controlPort, hertz));
            Files.writeString(folder.resolve("accounts"), account + "\n");
            Files.writeString(folder.resolve("contacts"), "");
            Process process = new ProcessBuilder("baresip", "-4", "-f", folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .start();
            return new Phone(folder, process, controlPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String configuration(Path folder, String address, int sipPort, int controlPort, int hertz) {
        int rtp = FreePorts.one() / 2 * 2;
        return String.join(
                "\n",
                "sip_listen " + address + ":" + sipPort,
                "net_interface " + address,
                "sip_verify_server no",
                "rtp_ports " + rtp + "-" + (rtp + 20),
                "rtcp_mux no",
                "audio_source ausine," + hertz,
                "audio_player aubridge,ear",
                "audio_alert aubridge,bell",
                "ausrc_srate 48000",
                "auplay_srate 8000",
                "ausrc_channels 2",
                "auplay_channels 1",
                "snd_path " + folder,
                "ctrl_tcp_listen " + Exchange.LOOPBACK + ":" + controlPort,
                "module_path " + MODULES,
                "module g711.so",
                "module ausine.so",
                "module aubridge.so",
                "module srtp.so",
                "module dtls_srtp.so",
                "module sndfile.so",
                "module_app account.so",
                "module_app menu.so",
                "module_app ctrl_tcp.so",
                "");
    }

    private Path log() {
        return folder.resolve("log");
    }

    private Socket connected(int port) {
        Socket[] socket = new Socket[1];
        await("baresip's control port")
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    Socket attempt = new Socket();
                    attempt.connect(new InetSocketAddress(Exchange.LOOPBACK, port), 1000);
                    socket[0] = attempt;
                    return true;
                });
        return socket[0];
    }

    /** Netstrings of JSON: {@code 12:{"command":…},}. */
    private synchronized void command(String name, String parameters) {
        byte[] json = GSON.toJson(Map.of("command", name, "params", parameters)).getBytes(StandardCharsets.UTF_8);
        try {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write((json.length + ":").getBytes(StandardCharsets.US_ASCII));
            frame.write(json);
            frame.write(',');
            control.getOutputStream().write(frame.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (DataInputStream in = new DataInputStream(control.getInputStream())) {
            while (true) {
                int length = 0;
                for (int letter = in.readUnsignedByte(); letter != ':'; letter = in.readUnsignedByte()) {
                    length = 10 * length + letter - '0';
                }
                byte[] json = in.readNBytes(length);
                in.readUnsignedByte();
                events.add(GSON.fromJson(new String(json, StandardCharsets.UTF_8), JsonObject.class));
            }
        } catch (IOException e) {
            // the phone is switched off
        }
    }
}
