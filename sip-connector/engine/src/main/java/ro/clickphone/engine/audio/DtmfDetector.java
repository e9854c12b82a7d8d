package ro.clickphone.engine.audio;

import java.util.Arrays;
import java.util.Optional;

/**
 * Hears keys in the sound of 8 kHz (ITU-T Q.24): eight Goertzel filters over blocks of 102 samples; two equal blocks make
 * a key, two without it its end.
 */
public final class DtmfDetector {
    private static final int BLOCK = 102;
    private static final double[] HERTZ = {697, 770, 852, 941, 1209, 1336, 1477, 1633};
    private static final String KEYS = "123A456B789C*0#D";
    private static final double RATE = 8000;
    /** About -36 dB of full scale in both tones together. */
    private static final double LEAST_ENERGY = 300.0 * 300.0 * BLOCK;
    /** Twist: the low tone may be 4 dB louder, the high one 8 dB. */
    private static final double LOW_LOUDER = 2.5;

    private static final double HIGH_LOUDER = 6.3;
    private static final double OTHERS_DOWN = 6.3;
    private static final double SHARE = 0.83;
    private static final char NONE = ' ';

    private static final double[] COEFFICIENTS = coefficients();

    private final double[] one = new double[HERTZ.length];
    private final double[] two = new double[HERTZ.length];
    private final double[] power = new double[HERTZ.length];
    private double energy;
    private int filled;
    private char lastBlock = NONE;
    private char pressed = NONE;

    private static double[] coefficients() {
        double[] all = new double[HERTZ.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = 2 * Math.cos(2 * Math.PI * HERTZ[i] / RATE);
        }
        return all;
    }

    /** Takes sound; at most one key begins in 20 ms. */
    public Optional<Character> hear(short[] samples, int length) {
        Optional<Character> key = Optional.empty();
        for (int i = 0; i < length; i++) {
            double sample = samples[i];
            energy += sample * sample;
            for (int f = 0; f < HERTZ.length; f++) {
                double next = sample + COEFFICIENTS[f] * one[f] - two[f];
                two[f] = one[f];
                one[f] = next;
            }
            if (++filled == BLOCK) {
                Optional<Character> begun = block(judge());
                key = begun.isPresent() ? begun : key;
            }
        }
        return key;
    }

    private Optional<Character> block(char heard) {
        boolean twice = heard == lastBlock;
        lastBlock = heard;
        filled = 0;
        energy = 0;
        Arrays.fill(one, 0);
        Arrays.fill(two, 0);
        if (!twice || heard == pressed) {
            return Optional.empty();
        }
        pressed = heard;
        return heard == NONE ? Optional.empty() : Optional.of(heard);
    }

    private char judge() {
        if (energy < LEAST_ENERGY) {
            return NONE;
        }
        for (int f = 0; f < HERTZ.length; f++) {
            power[f] = one[f] * one[f] + two[f] * two[f] - COEFFICIENTS[f] * one[f] * two[f];
        }
        int row = strongest(0);
        int column = strongest(4);
        double low = power[row];
        double high = power[column];
        boolean twisted = low > high * LOW_LOUDER || high > low * HIGH_LOUDER;
        boolean loud = 2 * (low + high) / BLOCK > SHARE * energy;
        return twisted || !loud || !alone(row, 0) || !alone(column, 4) ? NONE : KEYS.charAt(4 * row + column - 4);
    }

    private int strongest(int from) {
        int best = from;
        for (int f = from; f < from + 4; f++) {
            best = power[f] > power[best] ? f : best;
        }
        return best;
    }

    private boolean alone(int best, int from) {
        for (int f = from; f < from + 4; f++) {
            if (f != best && power[f] * OTHERS_DOWN > power[best]) {
                return false;
            }
        }
        return true;
    }
}
