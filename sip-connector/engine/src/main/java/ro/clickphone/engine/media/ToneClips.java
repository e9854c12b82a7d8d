package ro.clickphone.engine.media;

import ro.clickphone.engine.audio.Clip;
import ro.clickphone.engine.audio.Tones;

/** The tones that are heard until something else is; made once. */
final class ToneClips {
    private static final Clip RINGBACK = Tones.ringback();
    private static final Clip BUSY = Tones.busy();
    private static final Clip CONGESTION = Tones.congestion();

    private ToneClips() {}

    static Clip of(LegMedia.Tone tone) {
        return switch (tone) {
            case RINGBACK -> RINGBACK;
            case BUSY -> BUSY;
            case CONGESTION -> CONGESTION;
        };
    }
}
