package ro.clickphone.engine.call;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.Step.TalkLimit;
import ro.clickphone.engine.api.TalkRecording;
import ro.clickphone.engine.media.Media;

/**
 * A leg of this call and another one, of this call or of another, that hear each other: hold and music, the limit with
 * its warning tone, the recording.
 */
final class Talk {
    private static final String LANGUAGE = "ro";

    private final Call call;
    private final Leg one;
    private final Leg other;
    private final Instant since;
    private final Runnable limitReached;
    private Wheel.Timer end;
    private Wheel.Timer warning;
    private Optional<TalkRecording> announced = Optional.empty();
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

    boolean isWith(Leg leg) {
        return leg == other;
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

    /**
     * Both are told first, where they are to be told: nothing is recorded of a talk whose parties do not know it, and
     * none of what they say while they are told.
     */
    void record(TalkRecording wanted) {
        stopRecording();
        if (wanted.spares(one.party()) || wanted.spares(other.party())) {
            call.log("is not recorded: one of the two never is");
            return;
        }
        if (wanted.words().isEmpty()) {
            begin(wanted);
            return;
        }
        announced = Optional.of(wanted);
        tellBoth(wanted.words(), () -> announced.filter(wanted::equals).ifPresent(this::begin));
    }

    private void tellBoth(List<Prompt> words, Runnable then) {
        AtomicInteger untold = new AtomicInteger(2);
        Runnable told = () -> {
            if (untold.decrementAndGet() == 0) {
                call.mailbox().execute(then);
            }
        };
        one.media().over(words, told);
        other.media().over(words, told);
    }

    /** An extension may have something left out of the recording: the digits of a card (PCI DSS 3.3). */
    void digit(Leg leg, char digit) {
        boolean isWanted = recording || announced.isPresent();
        if (!isWanted || !(leg.party() instanceof Party.Extension)) {
            return;
        }
        switch (keys().pressed(leg, digit)) {
            case REST -> {
                rest();
                call.progress().news(leg, LegEvent.Kind.RECORDING_RESTS);
                call.log("is not recorded for a while, by " + leg.party());
            }
            case RESUME -> {
                if (recording) {
                    tellBoth(List.of(new Prompt.System("recording-started", LANGUAGE)), this::goOnRecording);
                }
                call.progress().news(leg, LegEvent.Kind.RECORDING_GOES_ON);
            }
            case NOTHING -> {}
        }
    }

    private RecordingKeys keys() {
        return call.progress().recordingKeys();
    }

    private void rest() {
        if (recording) {
            one.media().restRecordingTalk();
            tellBoth(List.of(new Prompt.System("recording-stopped", LANGUAGE)), () -> {});
        }
    }

    private void goOnRecording() {
        if (recording && !keys().isResting()) {
            one.media().resumeRecordingTalk();
            call.log("is recorded again");
        }
    }

    private void begin(TalkRecording wanted) {
        announced = Optional.empty();
        Path file = call.services().recordings().resolve(wanted.name() + ".talk");
        one.media().recordTalk(file, wanted.seal());
        recording = true;
        call.log("is recorded as " + wanted.name());
        if (keys().isResting()) {
            rest();
        }
    }

    void stopRecording() {
        announced = Optional.empty();
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
