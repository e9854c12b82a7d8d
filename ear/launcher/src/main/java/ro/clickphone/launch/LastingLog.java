package ro.clickphone.launch;

import java.util.logging.LogManager;

/**
 * The JDK's logging, but open until the last of us has had its say: the JDK's own closes all files in a hook that runs
 * beside the server's, so that how calls ended at a shutdown stood in no log. In effect by {@link
 * LogSettings#lasting}.
 */
public final class LastingLog extends LogManager {
    private static final String JDKS_HOOK = "java.util.logging.LogManager$Cleaner";

    /** Closes the files. */
    static void end() {
        if (LogManager.getLogManager() instanceof LastingLog log) {
            log.close();
        }
    }

    private void close() {
        super.reset();
    }

    @Override
    public void reset() {
        if (!Thread.currentThread().getClass().getName().equals(JDKS_HOOK)) {
            super.reset();
        }
    }
}
