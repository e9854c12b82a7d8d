package ro.clickphone.engine.call;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.Step.TalkLimit;
import ro.clickphone.engine.api.TalkRecording;
import ro.clickphone.engine.media.Media;

/**
 * A leg of this call and another one, of this call or of another, that hear each other: hold and music, the limit with
 * its warning tone, the recording.
 */
final class Talk {
    private final Call call;
    private final Leg one;
    private final Leg other;
    private final Instant since;
    private final Runnable limitReached;
    private Wheel.Timer end;
    private Wheel.Timer warning;
    private boolean recording;

    /** @param since when the leg of this call was first heard in it; the limit counts from then */
    Talk(Call call, Leg one, End other, Instant since, Runnable limitReached) {
        this.call = call;
        this.one = one;
        this.other = other.leg();
        this.since = since;
        this.limitReached = limitReached;
        call.legsTalk(one, other);
        connect();
    }

    private Leg partnerOf(Leg leg) {
        return leg == one ? other : one;
    }

    /** Counted from when they first heard each other; one that is over ends the talk at once. */
    void limit(TalkLimit limit) {
        cancelTimers();
        Duration left = limit.atMost().minus(Duration.between(since, call.now()));
        end = call.after(left.isNegative() ? Duration.ZERO : left, limitReached);
        Duration untilWarning = left.minus(limit.warnBefore());
        if (!limit.warnBefore().isZero() && !untilWarning.isNegative()) {
            warning = call.after(untilWarning, this::warn);
        }
    }

    /** The one who is not on hold hears music; when nobody holds, both hear each other. */
    void connect() {
        boolean oneHeld = one.media().isHeld();
        boolean otherHeld = other.media().isHeld();
        if (!oneHeld && !otherHeld) {
            media().join(one.media(), other.media());
            return;
        }
        media().part(one.media(), other.media());
        entertain(one, oneHeld);
        entertain(other, otherHeld);
    }

    /** Both are told first, where they are to be told: nothing is recorded of a talk whose parties do not know it. */
    void record(TalkRecording wanted) {
        Path file = call.services().recordings().resolve(wanted.name() + ".talk");
        if (!wanted.words().isEmpty()) {
            one.media().over(wanted.words());
            other.media().over(wanted.words());
        }
        one.media().recordTalk(file, wanted.seal());
        recording = true;
        call.log("is recorded as " + wanted.name());
    }

    void stopRecording() {
        if (recording) {
            recording = false;
            one.media().stopRecordingTalk();
        }
    }

    /** Ends what belongs to the talk; the legs are left to whoever ends it. */
    void close() {
        cancelTimers();
        stopRecording();
        if (!one.hasEnded()) {
            media().part(one.media(), other.media());
        }
    }

    List<String> preferredFor(Leg leg) {
        return partnerOf(leg).codecs();
    }

    private void entertain(Leg leg, boolean held) {
        if (held) {
            leg.media().stop();
        } else {
            leg.media().repeat(Prompt.Music.DEFAULT);
        }
    }

    private void warn() {
        one.media().warn();
        other.media().warn();
    }

    private void cancelTimers() {
        if (end != null) {
            end.cancel();
        }
        if (warning != null) {
            warning.cancel();
        }
    }

    private Media media() {
        return call.services().media();
    }
}
