package ro.clickphone.engine.api;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** How far a call or a leg came. */
public sealed interface Progress extends Serializable {

    record Unanswered() implements Progress {}

    /** Answered by the exchange alone (menu, queue), or, of a called leg, by its device. */
    record Answered(Instant answeredAt) implements Progress {
        public Answered {
            Objects.requireNonNull(answeredAt, "answeredAt");
        }
    }

    /** Caller and called heard each other. */
    record Talked(Instant answeredAt, Instant talkingAt) implements Progress {
        public Talked {
            Objects.requireNonNull(answeredAt, "answeredAt");
            Objects.requireNonNull(talkingAt, "talkingAt");
        }
    }
}
