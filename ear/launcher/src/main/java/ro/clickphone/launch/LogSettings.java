package ro.clickphone.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The server's logging: one line an event, in files that are rotated, none on the terminal. */
final class LogSettings {
    private LogSettings() {}

    /** Before anything is logged, and before the JDK's log is touched: {@link LastingLog} is to be it. */
    static void lasting() {
        System.setProperty("java.util.logging.manager", LastingLog.class.getName());
    }

    /** @return the text of a {@code logging.properties} that writes into the folder */
    static String into(Path folder) throws IOException {
        try (InputStream text = LogSettings.class.getResourceAsStream("logging.properties")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("LOG_FOLDER", folder.toString().replace("%", "%%"));
        }
    }
}
