package ro.clickphone.engine.audio;

/** Tones that are made, not played: those of the Romanian plan (ITU-T E.180 supplement 2), of keys, of warnings. */
public final class Tones {
    private static final int RATE = 16_000;
    private static final double LOUD = 0.25 * Short.MAX_VALUE;
    /** Rise and fall: a tone that begins at once clicks. */
    private static final int RAMP = RATE / 200;

    private static final String KEYS = "123A456B789C*0#D";
    private static final double[] ROWS = {697, 770, 852, 941};
    private static final double[] COLUMNS = {1209, 1336, 1477, 1633};

    private Tones() {}

    /** 450 Hz: 1.85 s on, 4.15 s off; to be repeated. */
    public static Clip ringback() {
        return clip(concat(tone(1850, 450), silence(4150)));
    }

    /** 450 Hz: 167 ms on, 167 ms off; to be repeated. Six times, so that it is a whole number of frames. */
    public static Clip busy() {
        return clip(repeated(concat(tone(165, 450), silence(165)), 2));
    }

    /** 450 Hz: 250 ms on, 250 ms off; to be repeated. */
    public static Clip congestion() {
        return clip(concat(tone(250, 450), silence(250)));
    }

    /** The end is near: 1,400 Hz, twice. */
    public static Clip warning() {
        return clip(concat(concat(tone(160, 1400), silence(80)), tone(160, 1400)));
    }

    /** Speak now: 1,000 Hz for 300 ms. */
    public static Clip beep() {
        return clip(tone(300, 1000));
    }

    /** A key and the pause after it (ITU-T Q.23). */
    public static Clip key(char key) {
        int index = KEYS.indexOf(Character.toUpperCase(key));
        if (index < 0) {
            return Clip.EMPTY;
        }
        return clip(concat(tone(100, ROWS[index / 4], COLUMNS[index % 4]), silence(80)));
    }

    /** A sum of sines of one loudness. */
    static short[] tone(int millis, double... hertz) {
        short[] samples = new short[RATE / 1000 * millis];
        for (int i = 0; i < samples.length; i++) {
            double sum = 0;
            for (double frequency : hertz) {
                sum += Math.sin(2 * Math.PI * frequency * i / RATE);
            }
            double edge = Math.min(1, Math.min(i, samples.length - 1.0 - i) / RAMP);
            samples[i] = (short) (LOUD * edge * sum / Math.sqrt(hertz.length));
        }
        return samples;
    }

    private static short[] silence(int millis) {
        return new short[RATE / 1000 * millis];
    }

    private static short[] concat(short[] one, short[] other) {
        short[] both = new short[one.length + other.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static short[] repeated(short[] samples, int times) {
        short[] all = samples;
        for (int i = 1; i < times; i++) {
            all = concat(all, samples);
        }
        return all;
    }

    private static Clip clip(short[] samples) {
        return Clip.of(samples, RATE);
    }
}
