package ro.clickphone.engine.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.media.Media;
import ro.clickphone.engine.media.MediaEvents.RecordingEnd;

/**
 * A running verb: a small state machine with one short method per event. It ends itself by {@link Call#finished}, or is
 * stopped by a command that replaces it, or by the end of the call.
 */
abstract class Run {
    protected final Call call;

    Run(Call call) {
        this.call = call;
    }

    abstract String name();

    abstract void begin();

    /** Timers, called legs and recordings are let go, the caller's audio is silenced. The caller's leg stays. */
    abstract void stop(HangupCause why);

    /** A key pressed at a leg. */
    void digit(Leg leg, char digit) {}

    /** What was to be played once to a leg has been heard. */
    void played(Leg leg) {}

    void recorded(Leg leg, Duration length, RecordingEnd end) {}

    /** A leg was put on hold, or taken from it. */
    void holdChanged(Leg leg) {}

    /** Whom a leg of this call talks with. */
    Optional<End> oppositeOf(Leg leg) {
        return Optional.empty();
    }

    /** Its partner, here or in another call, has not been silent for too long. */
    final boolean hearsPartnerOf(Leg leg) {
        return oppositeOf(leg)
                .filter(end -> end.leg().silentFor().compareTo(Media.LONGEST_SILENCE) <= 0)
                .isPresent();
    }

    /** What a leg's renewed offer should choose before all other codecs. */
    List<String> preferredFor(Leg leg) {
        return List.of();
    }
}
