package ro.clickphone.system.sip;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.FreePorts;

/** Linphone without a screen, driven by its commands: it says a tone from a file and writes down what it hears. */
final class Linphone implements Telephone {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int ONE_SECOND = 10;
    private static final Pattern CALL_ID = Pattern.compile("assigned id (\\d+)");

    private final Path folder;
    private final Process process;
    private final Writer commands;
    private final Talks how;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private int recordings;

    /** What it speaks; the audio's encryption needs TLS. */
    enum Talks {
        PCMA_OVER_UDP("udp", "PCMA", 8000),
        PCMA_OVER_TCP("tcp", "PCMA", 8000),
        OPUS_OVER_TCP("tcp", "opus", 48_000),
        ENCRYPTED_OVER_TLS("tls", "PCMA", 8000),
        /** The audio's keys come from a handshake on its way (DTLS-SRTP). */
        SHAKES_HANDS("udp", "PCMA", 8000);

        private final String transport;
        private final String codec;
        private final int sampleRate;

        Talks(String transport, String codec, int sampleRate) {
            this.transport = transport;
            this.codec = codec;
            this.sampleRate = sampleRate;
        }

        private String encryption() {
            return switch (this) {
                case ENCRYPTED_OVER_TLS -> "srtp";
                case SHAKES_HANDS -> "dtls";
                default -> "none";
            };
        }
    }

    private Linphone(Path folder, Process process, Talks how) {
        this.folder = folder;
        this.process = process;
        this.commands = process.outputWriter();
        this.how = how;
        Thread listener = new Thread(this::listen, "linphone " + folder.getFileName());
        listener.setDaemon(true);
        listener.start();
    }

    static Linphone registered(Exchange exchange, Customer customer, int extension, Talks how, int hertz) {
        try {
            Path scratch = Files.createDirectories(Path.of(System.getProperty("pbx.scratch"), "phones"));
            Path folder = Files.createTempDirectory(scratch, "linphone-");
            Files.createDirectories(folder.resolve(".local/share/linphone"));
            makeTone(folder.resolve("said.wav"), hertz);
            Files.writeString(folder.resolve("rc"), configuration(exchange, customer, extension, how));
            ProcessBuilder builder = new ProcessBuilder("linphonec", "-d", "6", "-l", "log", "-c", "rc")
                    .directory(folder.toFile())
                    .redirectErrorStream(true);
            builder.environment().put("HOME", folder.toString());
            Linphone phone = new Linphone(folder, builder.start(), how);
            Path log = folder.resolve("log");
            await("registration of " + folder)
                    .atMost(PATIENCE)
                    .until(() -> Files.exists(log) && Files.readString(log).contains("[LinphoneRegistrationOk]"));
            phone.command("soundcard use files");
            phone.command("play " + folder.resolve("said.wav"));
            return phone;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void makeTone(Path file, int hertz) throws IOException {
        Process sox = new ProcessBuilder(
                        ("sox -n -r 16000 -b 16 -c 1 " + file + " synth 180 sine " + hertz + " gain -10").split(" "))
                .inheritIO()
                .start();
        try {
            if (sox.waitFor() != 0) {
                throw new IllegalStateException("sox made no tone");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String configuration(Exchange exchange, Customer customer, int extension, Talks how) {
        InetSocketAddress at = how == Talks.ENCRYPTED_OVER_TLS ? exchange.sips() : exchange.sip();
        String proxy = "<sip:" + at.getHostString() + ":" + at.getPort() + ";transport=" + how.transport + ">";
        String user = customer.sipUser(extension);
        return String.join(
                "\n",
                "[sip]",
                "sip_port=" + FreePorts.one(),
                "sip_tcp_port=-1",
                "sip_tls_port=-1",
                "default_proxy=0",
                "use_ipv6=0",
                "verify_server_certs=0",
                "verify_server_cn=0",
                "media_encryption=" + how.encryption(),
                "media_encryption_mandatory=" + (how.encryption().equals("none") ? 0 : 1),
                "[rtp]",
                "audio_rtp_port=" + FreePorts.one() / 2 * 2,
                "[proxy_0]",
                "reg_proxy=" + proxy,
                "reg_route=" + proxy,
                "reg_identity=<sip:" + user + "@pbx.clickphone.ro>",
                "reg_expires=300",
                "reg_sendregister=1",
                "publish=0",
                "[auth_info_0]",
                "username=" + user,
                "passwd=" + customer.sipPassword(extension),
                "realm=pbx.clickphone.ro",
                codec(0, "opus", 48_000, how),
                codec(1, "speex", 16_000, how),
                codec(2, "speex", 8000, how),
                codec(3, "PCMU", 8000, how),
                codec(4, "PCMA", 8000, how),
                codec(5, "G729", 8000, how),
                codec(6, "G722", 8000, how),
                "[video]",
                "enabled=0",
                "[sound]",
                "echocancellation=0",
                "");
    }

    private static String codec(int place, String name, int rate, Talks how) {
        return "[audio_codec_" + place + "]\nmime=" + name + "\nrate=" + rate + "\nchannels="
                + (name.equals("opus") ? 2 : 1) + "\nenabled=" + (name.equals(how.codec) ? 1 : 0);
    }

    @Override
    public void forget() {
        lines.clear();
        recordings++;
        command("record " + recording());
    }

    @Override
    public void dial(String number) {
        command("call " + number);
    }

    @Override
    public void takeUp() {
        awaitLine("Receiving new incoming call");
        command("answer");
    }

    @Override
    public void awaitTalk() {
        awaitLine("Media streams established");
    }

    @Override
    public void hangUp() {
        command("terminate all");
    }

    @Override
    public void awaitEnd() {
        awaitLine("Call \\d+ .* ended");
    }

    /** The number by which it knows the call that it has begun last. */
    int callBegun() {
        Matcher found = CALL_ID.matcher(awaitLine("assigned id \\d+"));
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    void hold(int call) {
        command("pause " + call);
    }

    void resume(int call) {
        command("resume " + call);
    }

    void handOver(int call, String number) {
        command("transfer " + call + " " + number);
    }

    /** With a word to the new one before: the two calls become one without us (REFER with Replaces). */
    void join(int call, int other) {
        command("transfer " + call + " --to-call " + other);
    }

    @Override
    public boolean hears(int hertz) {
        return heard().tenthsOf(hertz) > ONE_SECOND;
    }

    /** What was heard since {@link #forget}. */
    Heard heard() {
        return Files.exists(recording()) ? Heard.of(recording(), how.sampleRate) : Heard.NOTHING;
    }

    private Path recording() {
        return folder.resolve("heard" + recordings + ".wav");
    }

    /** Waits for a line that has not been waited for yet. */
    String awaitLine(String expression) {
        Pattern pattern = Pattern.compile(expression);
        Optional<String> line = await(expression + " at " + folder)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> {
                            if (!process.isAlive()) {
                                throw new IllegalStateException("linphone ended: " + lines);
                            }
                            return lines.stream()
                                    .filter(said -> pattern.matcher(said).find())
                                    .findFirst();
                        },
                        Optional::isPresent);
        lines.remove(line.orElseThrow());
        return line.orElseThrow();
    }

    private synchronized void command(String text) {
        try {
            commands.write(text + "\n");
            commands.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (!line.isBlank()) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            // the phone is switched off
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
