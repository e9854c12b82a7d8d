package ro.clickphone.engine.audio;

/**
 * Covers a lost frame: the last pitch period again and again, fading to silence in 60 ms (in the manner of G.711
 * appendix I). One for a stream.
 */
public final class Concealer {
    private static final int FADE_MILLIS = 60;

    private final int rate;
    private final short[] history;
    private int lostSamples;
    private int period;

    public Concealer(int rate) {
        this.rate = rate;
        history = new short[rate / 1000 * 45];
    }

    /** Notes a good frame. */
    public void good(short[] frame, int length) {
        lostSamples = 0;
        int count = Math.min(length, history.length);
        System.arraycopy(history, count, history, 0, history.length - count);
        System.arraycopy(frame, length - count, history, history.length - count, count);
    }

    /** Makes up a frame in place of the lost one. */
    public void conceal(short[] frame, int length) {
        if (lostSamples == 0) {
            period = pitch();
        }
        int fade = rate / 1000 * FADE_MILLIS;
        for (int i = 0; i < length; i++) {
            int at = history.length - period + (lostSamples + i) % period;
            double gain = Math.max(0, 1 - (double) (lostSamples + i) / fade);
            frame[i] = (short) (gain * history[at]);
        }
        lostSamples = Math.min(lostSamples + length, 1 << 20);
    }

    /** Between 66 and 400 Hz, by the best likeness of the last 20 ms with what was before. */
    private int pitch() {
        int shortest = rate / 400;
        int longest = rate / 66;
        int window = rate / 100;
        int best = longest;
        double bestLikeness = 0;
        for (int lag = shortest; lag <= longest; lag++) {
            double product = 0;
            double energy = 1;
            for (int i = history.length - window; i < history.length; i++) {
                product += (double) history[i] * history[i - lag];
                energy += (double) history[i - lag] * history[i - lag];
            }
            double likeness = product / Math.sqrt(energy);
            if (likeness > bestLikeness) {
                bestLikeness = likeness;
                best = lag;
            }
        }
        return best;
    }
}
