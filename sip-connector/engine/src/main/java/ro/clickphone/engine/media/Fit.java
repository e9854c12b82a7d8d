package ro.clickphone.engine.media;

import ro.clickphone.engine.audio.Resampler;

/** Brings the frames of one stream to another rate. On the loop's thread. */
final class Fit {
    private final Resampler resampler = new Resampler();
    private final short[] narrow = new short[160];
    private final short[] wide = new short[320];

    short[] to(int rate, short[] frame) {
        int has = frame.length * 50;
        if (has == rate) {
            return frame;
        }
        if (rate == 8000) {
            resampler.down(frame, frame.length, narrow);
            return narrow;
        }
        resampler.up(frame, frame.length, wide);
        return wide;
    }
}
