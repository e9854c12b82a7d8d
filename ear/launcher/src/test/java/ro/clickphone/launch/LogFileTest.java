package ro.clickphone.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path folder;

    @Test
    void a_warning_is_written_at_once_with_what_was_said_before() throws IOException {
        Path file = folder.resolve("log");
        LogFile log = new LogFile(file);
        try {
            log.publish(new LogRecord(Level.INFO, "said before"));
            log.publish(new LogRecord(Level.WARNING, "a warning"));
            assertThat(file).content().contains("said before", "a warning");
        } finally {
            log.close();
        }
    }

    @Test
    void what_is_said_is_soon_written_though_nothing_follows_it() throws Exception {
        Path file = folder.resolve("log");
        LogFile log = new LogFile(file);
        try {
            log.publish(new LogRecord(Level.INFO, "first"));
            awaitIn(file, "first");
            log.publish(new LogRecord(Level.INFO, "second"));
            awaitIn(file, "second");
        } finally {
            log.close();
        }
    }

    @Test
    void what_was_said_last_is_written_at_the_end() throws IOException {
        Path file = folder.resolve("log");
        LogFile log = new LogFile(file);
        log.publish(new LogRecord(Level.INFO, "the last word"));
        log.close();
        assertThat(file).content().contains("the last word");
    }

    private static void awaitIn(Path file, String words) throws IOException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!Files.readString(file).contains(words)) {
            assertThat(System.nanoTime()).as("the time for \"%s\"", words).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
