import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** CPU time of a process, user and system, as Linux counts it. */
final class Cpu {
    private static final double TICKS_A_SECOND = 100;

    private Cpu() {}

    static double seconds(long pid) {
        try {
            return ticks(Files.readString(Path.of("/proc/" + pid + "/stat"))) / TICKS_A_SECOND;
        } catch (IOException gone) {
            throw new IllegalStateException("no process " + pid, gone);
        }
    }

    private static long ticks(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    /** Of a process and all that it started. */
    static double secondsOfFamily(long pid) {
        return seconds(pid)
                + ProcessHandle.of(pid).orElseThrow().descendants().mapToDouble(child -> seconds(child.pid())).sum();
    }

    /** What the JVM's compiler and its collector took until now; threads that ended in between are left out. */
    record Machinery(Map<String, Long> compiler, Map<String, Long> collector) {
        static Machinery of(long pid) {
            Machinery found = new Machinery(new HashMap<>(), new HashMap<>());
            try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
                for (Path thread : threads) {
                    found.add(thread);
                }
            } catch (IOException gone) {
                throw new IllegalStateException("no process " + pid, gone);
            }
            return found;
        }

        private void add(Path thread) {
            try {
                String stat = Files.readString(thread.resolve("stat"));
                String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
                if (name.matches("C[12] Comp.*|Sweeper.*")) {
                    compiler.put(thread.toString(), ticks(stat));
                } else if (name.matches("Z(Worker|Driver|Director|Stat|Un).*|RuntimeWorker.*")) {
                    collector.put(thread.toString(), ticks(stat));
                }
            } catch (IOException ended) {
                // between the list and the look
            }
        }

        /** In milliseconds of each of that many. */
        String since(Machinery before, double many) {
            return String.format(
                    Locale.ROOT,
                    "compiler %.2f, collector %.2f",
                    grown(compiler, before.compiler) / many,
                    grown(collector, before.collector) / many);
        }

        private static double grown(Map<String, Long> now, Map<String, Long> before) {
            return 1000 / TICKS_A_SECOND
                    * now.entrySet().stream()
                            .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                            .sum();
        }
    }
}
