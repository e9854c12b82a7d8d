package ro.clickphone.engine.media;

import java.util.Optional;
import ro.clickphone.engine.audio.DtmfDetector;
import ro.clickphone.engine.media.MediaEvents.RecordingEnd;

/** Who listens to the sound of what a leg says: recordings, and the ear for keys in band. On the loop's thread. */
final class Taps {
    /** Only read. */
    private static final short[] NARROW_SILENCE = new short[160];

    private static final short[] WIDE_SILENCE = new short[320];

    private final MediaEvents events;
    private final Fit fitForKeys = new Fit();
    private final Fit fitForSaid = new Fit();
    private final Fit fitLeft = new Fit();
    private final Fit fitRight = new Fit();
    private Optional<DtmfDetector> keys = Optional.empty();
    private Optional<Said> said = Optional.empty();
    private Optional<Recording> talk = Optional.empty();
    private Optional<Recording> resting = Optional.empty();

    Taps(MediaEvents events) {
        this.events = events;
    }

    void record(Said begun) {
        stopRecording();
        said = Optional.of(begun);
    }

    void stopRecording() {
        said.ifPresent(s -> s.recording().finish());
        said = Optional.empty();
    }

    void recordTalk(Recording begun) {
        stopRecordingTalk();
        talk = Optional.of(begun);
    }

    void stopRecordingTalk() {
        talk.or(() -> resting).ifPresent(Recording::finish);
        talk = Optional.empty();
        resting = Optional.empty();
    }

    void restTalk() {
        resting = talk.or(() -> resting);
        talk = Optional.empty();
    }

    void resumeTalk() {
        talk = talk.or(() -> resting);
        resting = Optional.empty();
    }

    boolean listen() {
        return said.isPresent() || talk.isPresent();
    }

    boolean recordsTalk() {
        return talk.isPresent();
    }

    /** @return the key that begins in this frame */
    Optional<Character> hearKeys(short[] frame) {
        if (keys.isEmpty()) {
            keys = Optional.of(new DtmfDetector());
        }
        short[] narrow = fitForKeys.to(8000, frame);
        return keys.get().hear(narrow, narrow.length);
    }

    /** @param other what the joined leg says meanwhile; empty for silence */
    void hear(short[] frame, Optional<short[]> other) {
        if (said.isPresent()) {
            Said current = said.get();
            Optional<RecordingEnd> end = current.add(fitForSaid.to(current.rate(), frame));
            if (end.isPresent()) {
                stopRecording();
                events.recorded(current.length(), end.get());
            }
        }
        if (talk.isPresent()) {
            int rate = talk.get().rate();
            talk.get().add(fitLeft.to(rate, frame), fitRight.to(rate, other.orElse(silenceOf(rate))));
        }
    }

    private short[] silenceOf(int rate) {
        return rate == 16_000 ? WIDE_SILENCE : NARROW_SILENCE;
    }
}
