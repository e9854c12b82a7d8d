package ro.clickphone.system.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Calls, or one registration, by sipp and a scenario of {@code src/test/sipp}; they never take longer than a minute. */
final class Sipp implements AutoCloseable {
    private static final Path SCENARIOS = Path.of("src/test/sipp").toAbsolutePath();
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final String scenario;
    private final Path folder;
    private final Process process;

    private Sipp(String scenario, Path folder, Process process) {
        this.scenario = scenario;
        this.folder = folder;
        this.process = process;
    }

    /**
     * Begins a scenario.
     *
     * @param local where sipp stands
     * @param service whom it calls, or who it is: {@code [service]}
     * @param words what else the scenario asks for; {@code password} is the one for digests, {@code echo} the port where
     *     it sends back all audio that it gets
     */
    static Sipp start(
            String scenario,
            InetSocketAddress local,
            InetSocketAddress exchange,
            String service,
            Map<String, String> words) {
        return calls(scenario, local, exchange, service, words, once("-m", "1"));
    }

    /** The same for so many calls one after the other. */
    static Sipp inTurn(
            int calls,
            String scenario,
            InetSocketAddress local,
            InetSocketAddress exchange,
            String service,
            Map<String, String> words) {
        List<String> pace = once("-m", Integer.toString(calls), "-l", "1", "-r", "50");
        return calls(scenario, local, exchange, service, words, pace);
    }

    /** The same for so many calls at once, each a little after the one before it. */
    static Sipp atOnce(
            int calls,
            String scenario,
            InetSocketAddress local,
            InetSocketAddress exchange,
            String service,
            Map<String, String> words) {
        List<String> pace = once("-m", Integer.toString(calls), "-r", "10");
        return calls(scenario, local, exchange, service, words, pace);
    }

    /** Telephones that take whatever comes until they are switched off. */
    static Sipp waiting(
            String scenario, InetSocketAddress local, InetSocketAddress exchange, Map<String, String> words) {
        return calls(scenario, local, exchange, "phones", words, List.of());
    }

    private static List<String> once(String... pace) {
        List<String> all = new ArrayList<>(List.of(pace));
        all.addAll(List.of("-timeout", LONGEST.toSeconds() + "s", "-timeout_error"));
        return all;
    }

    private static Sipp calls(
            String scenario,
            InetSocketAddress local,
            InetSocketAddress exchange,
            String service,
            Map<String, String> words,
            List<String> pace) {
        List<String> command = new ArrayList<>(List.of(
                "sipp",
                exchange.getHostString() + ":" + exchange.getPort(),
                "-sf",
                SCENARIOS.resolve(scenario + ".xml").toString(),
                "-i",
                local.getHostString(),
                "-p",
                Integer.toString(local.getPort()),
                "-s",
                service,
                "-nostdin",
                "-trace_err",
                "-trace_msg"));
        command.addAll(pace);
        words.forEach((name, value) -> command.addAll(option(name, value, service)));
        try {
            Path scratch = Files.createDirectories(Path.of(System.getProperty("pbx.scratch"), "sipp"));
            Path folder = Files.createTempDirectory(scratch, scenario + "-");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("screen").toFile())
                    .start();
            return new Sipp(scenario, folder, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> option(String name, String value, String service) {
        return switch (name) {
            case "password" -> List.of("-au", service, "-ap", value);
            case "echo" -> List.of("-rtp_echo", "-mp", value, "-key", "rtp", value);
            default -> List.of("-key", name, value);
        };
    }

    /** Waits until the scenario has run to its end. @throws AssertionError when it ended in any other way */
    void awaitSuccess() {
        try {
            if (!process.waitFor(LONGEST.toSeconds() + 10, TimeUnit.SECONDS)) {
                throw new AssertionError(scenario + " did not end\n" + said());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + scenario + " ran", e);
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(scenario + " ended with " + process.exitValue() + "\n" + said());
        }
    }

    /** All messages so far, each with the moment and the way it went in the line before it. */
    String messages() {
        return read("_messages.log");
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** What sipp complained of, and the messages of the call. */
    private String said() {
        String text = read(".log");
        return text.substring(Math.max(0, text.length() - 12_000));
    }

    private String read(String ending) {
        try (var files = Files.list(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
