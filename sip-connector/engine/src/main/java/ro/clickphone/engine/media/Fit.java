package ro.clickphone.engine.media;

import java.util.Optional;
import ro.clickphone.engine.audio.Resampler;

/** Brings the frames of one stream to another rate. On the loop's thread. */
final class Fit {
    private static final short[] NOTHING = {};

    private Optional<Resampler> resampler = Optional.empty();
    private short[] fitted = NOTHING;

    short[] to(int rate, short[] frame) {
        if (frame.length * 50 == rate) {
            return frame;
        }
        if (fitted.length * 50 != rate) {
            fitted = new short[rate / 50];
        }
        if (resampler.isEmpty()) {
            resampler = Optional.of(new Resampler());
        }
        if (rate == 8000) {
            resampler.get().down(frame, frame.length, fitted);
        } else {
            resampler.get().up(frame, frame.length, fitted);
        }
        return fitted;
    }
}
