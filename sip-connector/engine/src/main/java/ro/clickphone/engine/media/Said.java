package ro.clickphone.engine.media;

import java.time.Duration;
import java.util.Optional;
import ro.clickphone.engine.audio.VoiceActivity;
import ro.clickphone.engine.media.MediaEvents.RecordingEnd;

/** A recording of what one leg says: knows when it is to end, and whether anything was said. On the loop's thread. */
final class Said {
    private static final long FRAME_MILLIS = 20;

    private final Recording recording;
    private final Duration atMost;
    private final Optional<Duration> silence;
    private final VoiceActivity activity = new VoiceActivity();
    private long quietMillis;
    private volatile boolean anything;

    Said(Recording recording, Duration atMost, Optional<Duration> silence) {
        this.recording = recording;
        this.atMost = atMost;
        this.silence = silence;
    }

    int rate() {
        return recording.rate();
    }

    /** @return why it ends now, if it does */
    Optional<RecordingEnd> add(short[] frame) {
        recording.add(frame);
        boolean speech = activity.isSpeech(frame, frame.length);
        anything |= speech;
        quietMillis = speech ? 0 : quietMillis + FRAME_MILLIS;
        if (recording.hasFailed()) {
            return Optional.of(RecordingEnd.FAILED);
        }
        if (recording.length().compareTo(atMost) >= 0) {
            return Optional.of(RecordingEnd.TOO_LONG);
        }
        return silence.filter(most -> quietMillis >= most.toMillis()).map(most -> RecordingEnd.SILENCE);
    }

    Recording recording() {
        return recording;
    }

    /** Zero when nothing was said. */
    Duration length() {
        return anything ? recording.length() : Duration.ZERO;
    }
}
