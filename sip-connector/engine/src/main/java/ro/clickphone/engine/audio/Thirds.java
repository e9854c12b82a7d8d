package ro.clickphone.engine.audio;

/**
 * Brings 48,000 samples a second to 16,000: linear phase, flat to 6 kHz. One object carries one stream from frame to frame;
 * frames are of whole threes.
 */
final class Thirds {
    private static final int TAPS = 61;
    private static final int HALF = TAPS / 2;
    private static final double CUTOFF = 7000.0 / 48_000;
    private static final float[] FILTER = design();

    private float[] line = new float[TAPS - 1];

    /** Hamming-windowed sinc. */
    private static float[] design() {
        double[] taps = new double[TAPS];
        double sum = 0;
        for (int i = 0; i < TAPS; i++) {
            int n = i - HALF;
            double sinc = n == 0 ? 2 * CUTOFF : Math.sin(2 * Math.PI * CUTOFF * n) / (Math.PI * n);
            taps[i] = sinc * (0.54 - 0.46 * Math.cos(2 * Math.PI * i / (TAPS - 1)));
            sum += taps[i];
        }
        float[] filter = new float[TAPS];
        for (int i = 0; i < TAPS; i++) {
            filter[i] = (float) (taps[i] / sum);
        }
        return filter;
    }

    /** @return how many samples were written */
    int down(short[] in, int length, short[] out) {
        int kept = TAPS - 1;
        if (line.length < kept + length) {
            float[] longer = new float[kept + length];
            System.arraycopy(line, 0, longer, 0, kept);
            line = longer;
        }
        for (int i = 0; i < length; i++) {
            line[kept + i] = in[i];
        }
        int count = Math.min(length / 3, out.length);
        for (int i = 0; i < count; i++) {
            float sum = 0;
            for (int tap = 0; tap < TAPS; tap++) {
                sum += FILTER[tap] * line[3 * i + tap];
            }
            out[i] = Resampler.saturate(sum);
        }
        System.arraycopy(line, length, line, 0, kept);
        return count;
    }
}
