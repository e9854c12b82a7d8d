package ro.clickphone.pbx.recording;

import java.io.Serializable;
import java.util.Objects;

/** What a customer has recorded, and for how long it is kept. @param keptDays from 1 to 90 */
public record RecordingRule(Recorded recorded, int keptDays) implements Serializable {
    /** Decisions: recordings are kept for 90 days. */
    public static final int MOST_DAYS = 90;

    static final RecordingRule NONE = new RecordingRule(Recorded.NONE, MOST_DAYS);

    public RecordingRule {
        Objects.requireNonNull(recorded, "recorded");
    }

    /** Which calls. */
    public enum Recorded {
        NONE,
        /** Those from the public network; the caller is told before anybody rings. */
        RECEIVED
    }

    public boolean isOn() {
        return recorded != Recorded.NONE;
    }
}
