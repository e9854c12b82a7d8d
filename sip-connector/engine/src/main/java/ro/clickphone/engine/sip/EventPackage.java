package ro.clickphone.engine.sip;

import java.util.Arrays;
import java.util.Optional;

/** What can be subscribed to (RFC 6665), and how it is written. */
enum EventPackage {
    /** The lamp of messages waiting (RFC 3842). */
    MESSAGES("message-summary", "application/simple-message-summary"),
    /** A colleague's calls (RFC 4235). */
    DIALOG("dialog", "application/dialog-info+xml"),
    /** Whether a colleague can be reached (RFC 3856). */
    PRESENCE("presence", "application/pidf+xml");

    static final String ALL = "message-summary, dialog, presence";

    private final String event;
    private final String type;

    EventPackage(String event, String type) {
        this.event = event;
        this.type = type;
    }

    static Optional<EventPackage> named(String event) {
        return Arrays.stream(values())
                .filter(known -> known.event.equalsIgnoreCase(event))
                .findFirst();
    }

    String event() {
        return event;
    }

    String type() {
        return type;
    }
}
