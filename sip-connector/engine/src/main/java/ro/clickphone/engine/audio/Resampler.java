package ro.clickphone.engine.audio;

/**
 * Doubles and halves the rate by a half-band filter: linear phase, flat to 3.4 kHz, 60 dB down from 4.6 kHz on. One
 * object carries one stream in one direction from frame to frame.
 */
public final class Resampler {
    /** Odd; every second tap but the middle one is zero. */
    private static final int TAPS = 63;

    private static final int HALF = TAPS / 2;
    private static final float[] FILTER = design();

    /** The last samples before this frame, then the frame. */
    private float[] history = new float[TAPS - 1];

    private float[] line = new float[0];

    /** Kaiser-windowed sinc at a quarter of the higher rate. */
    private static float[] design() {
        float[] taps = new float[TAPS];
        double beta = 5.65;
        for (int i = 0; i < TAPS; i++) {
            int n = i - HALF;
            double sinc = n == 0 ? 0.5 : Math.sin(Math.PI * n / 2) / (Math.PI * n);
            double edge = (double) n / (HALF + 1);
            taps[i] = (float) (sinc * bessel(beta * Math.sqrt(1 - edge * edge)) / bessel(beta));
        }
        return taps;
    }

    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 30; k++) {
            term *= x / 2 / k;
            sum += term * term;
        }
        return sum;
    }

    /** Writes twice as many samples. */
    public void up(short[] in, int length, short[] out) {
        fill(in, length);
        int kept = history.length;
        for (int i = 0; i < length; i++) {
            int at = kept + i;
            float sum = 0;
            // the taps that meet samples, not the zeros between them
            for (int tap = 0, back = 0; tap < TAPS; tap += 2, back++) {
                sum += FILTER[tap] * line[at - back];
            }
            out[2 * i] = saturate(2 * sum);
            out[2 * i + 1] = saturate(2 * FILTER[HALF] * line[at - HALF / 2]);
        }
        keep(length);
    }

    /** Writes half as many samples. */
    public void down(short[] in, int length, short[] out) {
        fill(in, length);
        int kept = history.length;
        for (int i = 0; i < length / 2; i++) {
            int at = kept + 2 * i;
            float sum = FILTER[HALF] * line[at - HALF];
            for (int tap = 0; tap < TAPS; tap += 2) {
                sum += FILTER[tap] * line[at - tap];
            }
            out[i] = saturate(sum);
        }
        keep(length);
    }

    public static short[] doubled(short[] samples) {
        short[] out = new short[2 * samples.length];
        new Resampler().up(samples, samples.length, out);
        return out;
    }

    public static short[] halved(short[] samples) {
        short[] out = new short[samples.length / 2];
        new Resampler().down(samples, samples.length & ~1, out);
        return out;
    }

    private void fill(short[] in, int length) {
        int kept = history.length;
        if (line.length < kept + length) {
            line = new float[kept + length];
        }
        System.arraycopy(history, 0, line, 0, kept);
        for (int i = 0; i < length; i++) {
            line[kept + i] = in[i];
        }
    }

    private void keep(int length) {
        System.arraycopy(line, length, history, 0, history.length);
    }

    static short saturate(float value) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(value)));
    }
}
