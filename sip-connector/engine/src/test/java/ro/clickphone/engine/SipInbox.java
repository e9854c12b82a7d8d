package ro.clickphone.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The messages that have come to a telephone. What is repeated is taken once. */
final class SipInbox {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String owner;
    private final List<SipText> unread = new CopyOnWriteArrayList<>();
    private final List<SipText> seen = new CopyOnWriteArrayList<>();

    SipInbox(String owner) {
        this.owner = owner;
    }

    void take(SipText text) {
        boolean repeated = seen.stream().anyMatch(text::isRepeatOf);
        if (!repeated) {
            seen.add(text);
            unread.add(text);
        }
    }

    /** The first message of that kind that nobody has waited for yet. */
    SipText await(String what, Predicate<SipText> kind) {
        SipText[] found = new SipText[1];
        Awaitility.await(what + " at " + owner)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    found[0] = unread.stream().filter(kind).findFirst().orElse(null);
                    return found[0] != null && unread.remove(found[0]);
                });
        return found[0];
    }

    boolean hasReceived(Predicate<SipText> kind) {
        return seen.stream().anyMatch(kind);
    }
}
