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
     * @param talkLimit the talk is ended by it; {@link SipEngineConnection#limitTalk} moves it later
     * @param diversion who forwarded the call, for Diversion and History-Info; the last one of many
     * @param outward what holds for public numbers instead, where they ring beside extensions; the talk limit is then theirs
     *     alone
     */
    record Dial(
            List<Party> parties,
            Duration ringTime,
            CallerId from,
            CallerHears callerHears,
            Optional<TalkLimit> talkLimit,
            Optional<Diversion> diversion,
            Optional<Outward> outward)
            implements Step {
        public Dial {
            parties = someOf(parties);
            Checks.between("ringTime in seconds", ringTime.toSeconds(), 1, 300);
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(callerHears, "callerHears");
            Objects.requireNonNull(talkLimit, "talkLimit");
            Objects.requireNonNull(diversion, "diversion");
            Objects.requireNonNull(outward, "outward");
        }

        /** Without a limit, and not forwarded. */
        public static Dial of(List<Party> parties, Duration ringTime, CallerId from, CallerHears callerHears) {
            return new Dial(parties, ringTime, from, callerHears, Optional.empty(), Optional.empty(), Optional.empty());
        }

        public Dial limitedTo(TalkLimit limit) {
            return new Dial(parties, ringTime, from, callerHears, Optional.of(limit), diversion, outward);
        }

        public Dial divertedBy(Diversion by) {
            return new Dial(parties, ringTime, from, callerHears, talkLimit, Optional.of(by), outward);
        }

        /** Public numbers among the parties are called like that. */
        public Dial outward(Outward words) {
            return new Dial(parties, ringTime, from, callerHears, talkLimit, diversion, Optional.of(words));
        }

        /** The same for fewer parties. */
        public Dial only(List<Party> some) {
            return new Dial(some, ringTime, from, callerHears, talkLimit, diversion, outward);
        }

        public CallerId shownTo(Party party) {
            return outward.filter(any -> party instanceof Party.PublicNumber)
                    .map(Outward::from)
                    .orElse(from);
        }

        public Optional<Diversion> divertedTo(Party party) {
            return outward.filter(any -> party instanceof Party.PublicNumber)
                    .map(Outward::diversion)
                    .or(() -> diversion);
        }
    }

    /** What a public number is shown that rings beside extensions, because one of them sends its calls there. */
    record Outward(CallerId from, Diversion diversion) {
        public Outward {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(diversion, "diversion");
        }
    }

    /**
     * How long caller and called may talk, counted from when they hear each other.
     *
     * @param warnBefore how long before the end both hear the warning tone; zero for no tone
     */
    record TalkLimit(Duration atMost, Duration warnBefore) {
        public TalkLimit {
            Checks.positive("atMost", atMost);
            Checks.notNegative("warnBefore", warnBefore);
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

    /**
     * Answers, plays, beeps and records what the caller says into the folder of recordings, sealed. Ends with
     * {@link StepOutcome.Recorded}. A caller who hangs up in the middle leaves the recording behind under its name.
     *
     * @param name of the recording, chosen by the business: it becomes {@code <name>.take}
     * @param seal of this recording alone
     * @param atMost from 1 second to 1 hour
     * @param silence ends the recording when nothing was heard for so long
     * @param terminator a key that ends it; every key does when none is given
     */
    record Record(
            List<Prompt> first,
            RecordingName name,
            RecordingSeal seal,
            Duration atMost,
            Optional<Duration> silence,
            Optional<Character> terminator)
            implements Step {
        public Record {
            first = List.copyOf(first);
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(seal, "seal");
            Checks.between("atMost in seconds", atMost.toSeconds(), 1, 3600);
            silence.ifPresent(quiet -> Checks.positive("silence", quiet));
            Objects.requireNonNull(terminator, "terminator");
        }
    }

    /**
     * Answers, and joins the caller with the caller of another call of the same customer: one that rings elsewhere
     * (pick-up), waits in a queue or is parked. The other call's running verb ends as if its called one had answered
     * here. Ends with {@link StepOutcome.DialEnded}, UNAVAILABLE when the other call is gone or talking.
     */
    record PickUp(CallId waiting) implements Step {
        public PickUp {
            Objects.requireNonNull(waiting, "waiting");
        }
    }

    /**
     * Answers, and joins a conference: everybody in it hears all others. It exists while somebody is in it. Ends with
     * {@link StepOutcome.Left} when the caller presses {@code #}; {@code *} mutes and unmutes, with a short tone; other digits are ignored.
     *
     * @param room the business's name of it, unique over all customers
     * @param most participants, from 2 to 200; who comes later ends with {@link StepOutcome.Failed}
     */
    record Join(String room, int most, Voice voice) implements Step {
        public Join {
            Checks.notBlank("room", room);
            Checks.between("most", most, 2, 200);
            Objects.requireNonNull(voice, "voice");
        }
    }

    /** Whether a participant of a conference is heard. */
    enum Voice {
        HEARD,
        MUTED
    }

    /** Answers, and lets the caller hear the own voice, to try the line. Ends with {@link StepOutcome.Played}. */
    record Echo(List<Prompt> first, Duration atMost) implements Step {
        public Echo {
            first = List.copyOf(first);
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
