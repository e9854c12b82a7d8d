package ro.clickphone.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.logging.FileHandler;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own, since a JVM has one log and ends once. */
class LastingLogTest {
    @TempDir
    Path folder;

    @Test
    void what_is_said_while_the_process_ends_stands_in_the_log() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Talker.class.getName(),
                        folder.resolve("log").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("log")))
                .contains("said in time")
                .contains("said at the end");
        assertThat(folder.resolve("log.lck")).doesNotExist();
    }

    /** Says something, and something more half a second after it was told to end. */
    public static final class Talker {
        private Talker() {}

        public static void main(String[] args) throws Exception {
            LogSettings.lasting();
            Logger log = Logger.getLogger("talker");
            log.addHandler(new FileHandler(args[0]));
            log.info("said in time");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    TimeUnit.MILLISECONDS.sleep(500);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                log.info("said at the end");
                LastingLog.end();
            }));
        }
    }
}
