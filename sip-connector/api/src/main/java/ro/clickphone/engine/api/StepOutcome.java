package ro.clickphone.engine.api;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** How a verb ended. A caller who hangs up ends the call, not the verb: {@link SipEngineListener#callsEnded} tells. */
public sealed interface StepOutcome {

    record Played() implements StepOutcome {}

    /** @param digits those of 0–9, * and # that came, without the terminator; may be empty */
    record Digits(String digits, DigitsEnd end) implements StepOutcome {
        public Digits {
            Objects.requireNonNull(digits, "digits");
            Objects.requireNonNull(end, "end");
        }

        /** Without the digits, which may be a PIN: an outcome stands in the log. */
        @Override
        public String toString() {
            return "Digits[" + digits.length() + ", " + end + "]";
        }
    }

    enum DigitsEnd {
        COMPLETE,
        TERMINATED,
        TIMEOUT
    }

    /**
     * @param answeredBy who talked with the caller; empty unless {@code result} is TALKED
     * @param talk how long; zero unless TALKED
     * @param status the best final SIP status that came, 0 when none did
     */
    record DialEnded(DialResult result, Optional<Party> answeredBy, Duration talk, int status) implements StepOutcome {
        public DialEnded {
            Objects.requireNonNull(result, "result");
            Objects.requireNonNull(answeredBy, "answeredBy");
            Objects.requireNonNull(talk, "talk");
        }
    }

    enum DialResult {
        /** Somebody answered, and hung up first or ran into the limit. */
        TALKED,
        BUSY,
        NO_ANSWER,
        /** No contact registered, or 404, 408, 480 from all. */
        UNAVAILABLE,
        /** The called one refused: 403, 603 and the like. */
        REJECTED,
        /** The far network failed: 5xx, no route, no common codec. */
        FAILED
    }

    /** @param length of what was recorded; zero when nothing was said */
    record Recorded(RecordingName name, Duration length, RecordEnd end) implements StepOutcome {
        public Recorded {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(length, "length");
            Objects.requireNonNull(end, "end");
        }
    }

    enum RecordEnd {
        /** The caller pressed the key. */
        TERMINATED,
        SILENCE,
        TOO_LONG
    }

    /** The caller left the conference and stays on the line. */
    record Left(Duration stayed) implements StepOutcome {
        public Left {
            Objects.requireNonNull(stayed, "stayed");
        }
    }

    /** The longest waiting time is over. */
    record WaitEnded() implements StepOutcome {}

    /** The verb could not be carried out; the call still stands. */
    record Failed(String reason) implements StepOutcome {
        public Failed {
            Checks.notBlank("reason", reason);
        }
    }
}
