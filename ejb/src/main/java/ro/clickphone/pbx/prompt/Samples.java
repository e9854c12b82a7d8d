package ro.clickphone.pbx.prompt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Arrays;
import javax.sound.sampled.AudioInputStream;

/** Arithmetic on linear samples of 16 bits. */
final class Samples {
    /** Zero crossings of the sinc on each side: about 60 dB against aliases, which is more than G.711 can carry. */
    private static final int LOBES = 12;

    /** 50 dB under full scale: rooms and lines are quieter, voices louder. */
    static final double QUIET_POWER = 100.0 * 100.0;
    /** Of 20 ms each. */
    private static final int BREATH_FRAMES = 10;

    private Samples() {}

    /** @param linear 16 bits, little-endian; two channels are mixed */
    static short[] mono(AudioInputStream linear) throws IOException {
        int channels = linear.getFormat().getChannels();
        ShortBuffer all = ByteBuffer.wrap(linear.readAllBytes())
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        short[] mono = new short[all.remaining() / channels];
        for (int i = 0; i < mono.length; i++) {
            int sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += all.get();
            }
            mono[i] = (short) (sum / channels);
        }
        return mono;
    }

    /** Windowed-sinc interpolation; going down, the low-pass lies at half of the new rate. */
    static short[] resampled(short[] from, int fromRate, int toRate) {
        if (fromRate == toRate) {
            return from;
        }
        double step = (double) fromRate / toRate;
        double cutOff = Math.min(1.0, 1.0 / step);
        int reach = (int) Math.ceil(LOBES / cutOff);
        short[] to = new short[(int) (from.length / step)];
        for (int i = 0; i < to.length; i++) {
            to[i] = saturated(at(from, i * step, cutOff, reach));
        }
        return to;
    }

    /** Without the quiet at both ends, but for a breath of it; nothing when all of it is quiet. */
    static short[] trimmed(short[] samples, int rate) {
        int frame = rate / 50;
        int frames = samples.length / frame;
        int first = 0;
        while (first < frames && quiet(samples, first * frame, frame)) {
            first++;
        }
        int last = frames;
        while (last > first && quiet(samples, (last - 1) * frame, frame)) {
            last--;
        }
        return first == last
                ? new short[0]
                : Arrays.copyOfRange(
                        samples,
                        Math.max(0, (first - BREATH_FRAMES) * frame),
                        Math.min(samples.length, (last + BREATH_FRAMES) * frame));
    }

    private static boolean quiet(short[] samples, int from, int count) {
        return power(samples, from, count) < QUIET_POWER;
    }

    /** The mean square. */
    static double power(short[] samples, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return sum / count;
    }

    static byte[] littleEndian(short[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return bytes.array();
    }

    private static double at(short[] from, double position, double cutOff, int reach) {
        int middle = (int) Math.floor(position);
        double sum = 0;
        double weights = 0;
        for (int n = Math.max(0, middle - reach + 1); n <= Math.min(from.length - 1, middle + reach); n++) {
            double weight = weight((position - n) * cutOff);
            sum += from[n] * weight;
            weights += weight;
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private static double weight(double x) {
        if (Math.abs(x) >= LOBES) {
            return 0;
        }
        if (x == 0) {
            return 1;
        }
        double hann = 0.5 + 0.5 * Math.cos(Math.PI * x / LOBES);
        return hann * Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static short saturated(double value) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(value)));
    }
}
