package ro.clickphone.rar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.CallRecord;

/**
 * What the calls in progress would leave behind, written to the disk again and again: a server that is killed in the
 * middle of a call owes its record, up to the last second that is proven.
 */
final class CallsInProgress implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CallsInProgress.class.getName());
    private static final int MOST = 100_000;

    private final Path file;
    private final Supplier<List<CallRecord>> calls;
    private final Duration pace;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread writer;

    private CallsInProgress(Path file, Supplier<List<CallRecord>> calls, Duration pace) {
        this.file = file;
        this.calls = calls;
        this.pace = pace;
        this.writer = new Thread(this::writeAgainAndAgain, "calls in progress");
        this.writer.setDaemon(true);
    }

    static CallsInProgress keep(Path file, Supplier<List<CallRecord>> calls, Duration pace) {
        CallsInProgress kept = new CallsInProgress(file, calls, pace);
        kept.writer.start();
        return kept;
    }

    /** The records of the calls that an earlier run was killed in, as far as they can be read; none after a clean end. */
    static List<CallRecord> leftBy(Path file) {
        List<CallRecord> left = new ArrayList<>();
        if (Files.exists(file)) {
            try (SpoolFile found = SpoolFile.found(file)) {
                for (Spooled one : found.next(MOST)) {
                    left.add(one.record());
                }
            } catch (IOException e) {
                LOG.log(Level.SEVERE, "The calls that the last run was killed in cannot all be read", e);
            }
        }
        return left;
    }

    /** The calls have ended and their records are in the spool. */
    @Override
    public void close() {
        closing.countDown();
        try {
            writer.join(TimeUnit.SECONDS.toMillis(10));
            Files.deleteIfExists(file);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The file of calls in progress stays behind; its calls are known already", e);
        }
    }

    private void writeAgainAndAgain() {
        try {
            do {
                write(calls.get());
            } while (!closing.await(pace.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.log(Level.WARNING, "Calls in progress are not written any more: interrupted", e);
        }
    }

    /** Replaced as a whole: a kill leaves the old file or the new one. */
    private void write(List<CallRecord> records) {
        try {
            if (records.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            try (SpoolFile spool = SpoolFile.create(fresh)) {
                spool.append(records.stream().map(RecordFormat::encode).toList());
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "The calls in progress could not be written: {0}", e.toString());
        }
    }
}
