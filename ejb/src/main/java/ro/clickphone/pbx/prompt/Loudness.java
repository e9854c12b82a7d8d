package ro.clickphone.pbx.prompt;

import java.util.stream.IntStream;

/**
 * Brings every message to the same loudness, so that a caller who goes from one to the next hears no jump: the mean power
 * where something is said (gated as in ITU-R BS.1770, without its weighting, which a telephone's band makes needless).
 */
final class Loudness {
    /** 20 dB under a full-scale square wave, where telephones expect speech. */
    private static final double WANTED = -20;

    private static final double HIGHEST_PEAK = Short.MAX_VALUE * 0.89;
    private static final double MOST_GAIN = 24;
    private static final double RELATIVE_GATE = 10;

    private Loudness() {}

    /** Silence stays what it is. */
    static short[] levelled(short[] samples, int rate) {
        double level = level(samples, rate);
        if (Double.isNaN(level)) {
            return samples;
        }
        double gain = Math.pow(10, Math.min(MOST_GAIN, WANTED - level) / 20);
        double peak = IntStream.range(0, samples.length)
                .map(i -> Math.abs((int) samples[i]))
                .max()
                .orElse(0);
        double applied = Math.min(gain, HIGHEST_PEAK / peak);
        short[] levelled = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            levelled[i] = (short) Math.round(samples[i] * applied);
        }
        return levelled;
    }

    /** In dB under full scale; not a number when nothing is heard. */
    static double level(short[] samples, int rate) {
        int frame = rate / 50;
        double[] powers = IntStream.range(0, samples.length / frame)
                .mapToDouble(i -> Samples.power(samples, i * frame, frame))
                .filter(power -> power >= Samples.QUIET_POWER)
                .toArray();
        double gate = decibels(mean(powers, 0)) - RELATIVE_GATE;
        return decibels(mean(powers, Math.pow(10, gate / 10) * Short.MAX_VALUE * Short.MAX_VALUE));
    }

    private static double mean(double[] powers, double atLeast) {
        double sum = 0;
        int count = 0;
        for (double power : powers) {
            if (power >= atLeast) {
                sum += power;
                count++;
            }
        }
        return sum / count;
    }

    private static double decibels(double power) {
        return 10 * Math.log10(power / ((double) Short.MAX_VALUE * Short.MAX_VALUE));
    }
}
