package ro.clickphone.pbx.callflow;

import java.util.logging.Logger;
import ro.clickphone.engine.api.SecurityEvent;

/** One line an event, under a name of its own, so that an operator's tools can read it. */
final class SecurityLog {
    private static final Logger LOG = Logger.getLogger("ro.clickphone.security");

    private SecurityLog() {}

    static void write(SecurityEvent event) {
        LOG.warning(() -> event.kind() + " address=" + event.address() + " user=" + printable(event.user()) + " "
                + printable(event.detail()));
    }

    /** A stranger wrote it: it must not look like a second line, or end the first one. */
    private static String printable(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
