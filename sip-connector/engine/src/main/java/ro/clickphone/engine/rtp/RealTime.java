package ro.clickphone.engine.rtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The class of real-time threads (sched(7), SCHED_RR), for those that carry audio: whatever runs when a packet comes
 * gives way at once. A nice value does not do that, it only gives a bigger share, and a packet waits until the slice of
 * somebody else (the compiler, the collector) is over. Java has no call for it, so the system's own program does it,
 * where it is there and the process may. Threads that these begin are ordinary ones.
 */
public final class RealTime {
    private static final Logger LOG = Logger.getLogger(RealTime.class.getName());
    private static final Path TASKS = Path.of("/proc/self/task");
    private static final String LOWEST = "1";
    private static final int PATIENCE_SECONDS = 5;

    private RealTime() {}

    /** @return whether all threads of that name are real-time ones now */
    public static boolean ask(String name) {
        List<Path> found = threads(name);
        boolean granted = !found.isEmpty() && found.stream().allMatch(RealTime::grant);
        LOG.log(Level.CONFIG, granted ? "{0} is a real-time thread" : "{0} is a thread as others are", name);
        return granted;
    }

    /** The kernel's folders of this process's threads of that name. */
    static List<Path> threads(String name) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(TASKS)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(TASKS)) {
                for (Path task : all) {
                    if (isCalled(task, name)) {
                        found.add(task);
                    }
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return found;
    }

    private static boolean isCalled(Path task, String name) {
        try {
            return Files.readString(task.resolve("comm")).strip().equals(name);
        } catch (IOException ended) {
            return false;
        }
    }

    private static boolean grant(Path task) {
        String thread = String.valueOf(task.getFileName());
        try {
            Process chrt = new ProcessBuilder("chrt", "--reset-on-fork", "--rr", "--pid", LOWEST, thread)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = chrt.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                chrt.destroy();
            }
            return ended && chrt.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            LOG.log(Level.FINE, "No chrt", noSuchProgram);
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
