package ro.clickphone.engine.media;

import java.time.Duration;

/** What a leg's audio tells its call; on a media thread: only to be posted on, never to wait. */
public interface MediaEvents {
    /** A key was pressed (RFC 4733 or in band): 0–9, *, #, A–D. Once a press. */
    void digit(char digit);

    /** What was to be played once has been heard to its end. */
    void played();

    /** The recording has ended by itself. */
    void recorded(Duration length, RecordingEnd end);

    /** Why a recording ended by itself. */
    enum RecordingEnd {
        SILENCE,
        TOO_LONG,
        /** The disk is full or the like. */
        FAILED
    }
}
