import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time of a process, user and system, and its memory, as Linux counts them. */
final class Cpu {
    private static final double TICKS_A_SECOND = 100;

    private Cpu() {}

    static double seconds(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
        } catch (IOException gone) {
            throw new IllegalStateException("no process " + pid, gone);
        }
    }

    /** Of a process and all that it started. */
    static double secondsOfFamily(long pid) {
        return seconds(pid)
                + ProcessHandle.of(pid).orElseThrow().descendants().mapToDouble(child -> seconds(child.pid())).sum();
    }
}
