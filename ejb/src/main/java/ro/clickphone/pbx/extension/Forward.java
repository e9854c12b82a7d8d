package ro.clickphone.pbx.extension;

import java.io.Serializable;
import java.util.Optional;

/** One of an extension's three rules that send its calls elsewhere (manual, items 67 to 73). */
public sealed interface Forward extends Serializable {
    /** No target was ever given. */
    record Unset() implements Forward {
        @Override
        public String text() {
            return "–";
        }
    }

    /** Calls go to the target. */
    record Active(ForwardTarget target) implements Forward {
        @Override
        public String text() {
            return target.toString();
        }
    }

    /** Switched off, the target kept for the next time. */
    record Remembered(ForwardTarget target) implements Forward {
        @Override
        public String text() {
            return "(" + target + ")";
        }
    }

    /** Where calls go now; empty when they do not. */
    default Optional<ForwardTarget> inForce() {
        return this instanceof Active active ? Optional.of(active.target()) : Optional.empty();
    }

    /** {@code +40723456789}; {@code (+40723456789)} when it is switched off, {@code –} when there is none. */
    String text();

    /** When an extension's calls are sent elsewhere. */
    enum When {
        /** At once, without ringing; the other two rest meanwhile. */
        ALWAYS,
        BUSY,
        /** Not registered, or not answered within the ring time. */
        UNAVAILABLE
    }
}
