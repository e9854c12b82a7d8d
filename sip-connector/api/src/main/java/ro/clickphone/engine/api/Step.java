package ro.clickphone.engine.api;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One verb of a call. A verb that needs an answered call answers it, and says so. New abilities are new verbs, never a
 * nullable parameter of an old one.
 */
public sealed interface Step {

    /**
     * Refuses the call, after an uncharged announcement in early media where one is given. An answered call hears the
     * announcement and is hung up.
     *
     * @param status final status from 400 to 699
     */
    record Reject(int status, Optional<Prompt> announcement) implements Step {
        public Reject {
            Checks.between("status", status, 400, 699);
            Objects.requireNonNull(announcement, "announcement");
        }

        public static Reject with(int status) {
            return new Reject(status, Optional.empty());
        }
    }

    /** Plays prompts one after another; answers the call first or uses early media. Ends with {@link StepOutcome.Played}. */
    record Play(List<Prompt> prompts, Answering answering) implements Step {
        public Play {
            prompts = someOf(prompts);
            Objects.requireNonNull(answering, "answering");
        }
    }

    /**
     * Answers, plays, and collects digits; the first digit stops the prompts. Ends with {@link StepOutcome.Digits}.
     *
     * @param maxDigits from 1 to 32; ends at once when that many came
     * @param firstDigit how long to wait for the first digit after the prompts ended
     * @param nextDigit how long to wait for each further one
     * @param terminator a key that ends the input and is not part of it
     */
    record Collect(
            List<Prompt> prompts,
            int maxDigits,
            Duration firstDigit,
            Duration nextDigit,
            Optional<Character> terminator)
            implements Step {
        public Collect {
            prompts = List.copyOf(prompts);
            Checks.between("maxDigits", maxDigits, 1, 32);
            Checks.positive("firstDigit", firstDigit);
            Checks.positive("nextDigit", nextDigit);
            Objects.requireNonNull(terminator, "terminator");
        }
    }

    /**
     * Rings all the parties at the same time; the first that answers is joined with the caller. The caller is answered
     * when the called one answers. Ends with {@link StepOutcome.DialEnded}, after the talk if there was one.
     *
     * @param ringTime from 1 to 300 seconds
     * @param from what the called are shown
     * @param maxTalk the talk is ended after it
     */
    record Dial(
            List<Party> parties, Duration ringTime, CallerId from, CallerHears callerHears, Optional<Duration> maxTalk)
            implements Step {
        public Dial {
            parties = someOf(parties);
            Checks.between("ringTime in seconds", ringTime.toSeconds(), 1, 300);
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(callerHears, "callerHears");
            maxTalk.ifPresent(limit -> Checks.positive("maxTalk", limit));
        }
    }

    /**
     * Answers, plays the prompts once, then music until a command redirects the call, the caller hangs up, or the time
     * is over, which ends with {@link StepOutcome.WaitEnded}.
     */
    record Wait(List<Prompt> first, Prompt music, Duration atMost) implements Step {
        public Wait {
            first = List.copyOf(first);
            Objects.requireNonNull(music, "music");
            Checks.positive("atMost", atMost);
        }
    }

    /** Ends the call. */
    record HangUp(HangupCause cause) implements Step {
        public HangUp {
            Objects.requireNonNull(cause, "cause");
        }
    }

    /** Whether prompts are heard on an answered call or before the answer, uncharged. */
    enum Answering {
        ANSWER_FIRST,
        EARLY_MEDIA
    }

    /** What the caller hears while the called rings. */
    sealed interface CallerHears {
        /** The phone's own ringing tone when unanswered, ours when answered already; or the far end's early media. */
        record Ringback() implements CallerHears {}

        record Music(Prompt music) implements CallerHears {
            public Music {
                Objects.requireNonNull(music, "music");
            }
        }
    }

    private static <T> List<T> someOf(List<T> list) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException("the list is empty");
        }
        return List.copyOf(list);
    }
}
