package ro.clickphone.engine.sip;

import java.util.Locale;
import java.util.Optional;

/**
 * The value of a Replaces header (RFC 3891): a dialog by its three names.
 *
 * @param toTag the tag of whoever is asked to replace it
 */
record Replaces(String callId, String toTag, String fromTag, boolean earlyOnly) {

    /** Empty when it is not a whole one. */
    static Optional<Replaces> parse(String value) {
        String[] parts = value.split(";");
        String to = "";
        String from = "";
        boolean early = false;
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].trim();
            String name = part.toLowerCase(Locale.ROOT);
            if (name.startsWith("to-tag=")) {
                to = part.substring(7);
            } else if (name.startsWith("from-tag=")) {
                from = part.substring(9);
            } else if (name.equals("early-only")) {
                early = true;
            }
        }
        String callId = parts.length == 0 ? "" : parts[0].trim();
        return callId.isEmpty() || to.isEmpty() || from.isEmpty()
                ? Optional.empty()
                : Optional.of(new Replaces(callId, to, from, early));
    }
}
