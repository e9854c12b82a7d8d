import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One run of sipp in a folder of its own. */
final class Sipp {
    private final Path folder;
    private final Process process;

    record Figures(long good, long failed, double p50Millis, double p99Millis) {
        double failedPercent() {
            return good + failed == 0 ? 100 : 100.0 * failed / (good + failed);
        }
    }

    /** The two ports of a call's audio: the phone's and the exchange's. */
    record Ports(int phone, int exchange) {}

    private Sipp(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    static Sipp start(Path scenario, Path folder, int port, List<String> pinned, String... more) throws IOException {
        Files.createDirectories(folder);
        List<String> command = new ArrayList<>(pinned);
        command.addAll(List.of(
                "sipp", "127.0.0.1:" + Product.SIP_PORT, "-sf", scenario.toAbsolutePath().toString(),
                "-i", "127.0.0.1", "-p", Integer.toString(port), "-nostdin", "-buff_size", "2000000",
                "-trace_stat", "-stf", "stat.csv", "-fd", "1", "-trace_rtt", "-rtt_freq", "1",
                "-trace_logs", "-log_file", "ports.log", "-trace_err", "-error_file", "errors.log"));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new Sipp(folder, process);
    }

    Figures await(int seconds) throws Exception {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            stop();
        }
        return figures();
    }

    void stop() throws Exception {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Ports of the calls that were agreed so far; sipp's {@code auto_media_port} counts in fours. */
    List<Ports> ports(int firstAudio) throws IOException {
        Path log = folder.resolve("ports.log");
        List<Ports> all = new ArrayList<>();
        for (String line : Files.exists(log) ? Files.readAllLines(log) : List.<String>of()) {
            String[] words = line.strip().split(" ");
            if (words.length == 2 && words[1].matches("\\d+")) {
                all.add(new Ports(firstAudio + 4 * (Integer.parseInt(words[0]) - 1), Integer.parseInt(words[1])));
            }
        }
        return all;
    }

    private Figures figures() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("stat.csv"));
        List<String> names = Arrays.asList(lines.get(0).split(";"));
        String[] last = lines.get(lines.size() - 1).split(";");
        long good = Long.parseLong(last[names.indexOf("SuccessfulCall(C)")]);
        long failed = Long.parseLong(last[names.indexOf("FailedCall(C)")]);
        double[] times = responseTimes();
        return new Figures(good, failed, at(times, 0.5), at(times, 0.99));
    }

    private double[] responseTimes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(f -> f.toString().endsWith("_rtt.csv")).findFirst().orElse(null);
            if (file == null) {
                return new double[0];
            }
            try (Stream<String> lines = Files.lines(file)) {
                return lines.skip(1).map(line -> line.split(";")).filter(f -> f.length > 1)
                        .mapToDouble(f -> Double.parseDouble(f[1])).sorted().toArray();
            }
        }
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
    }
}
