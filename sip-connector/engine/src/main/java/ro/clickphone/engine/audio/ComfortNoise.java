package ro.clickphone.engine.audio;

/** The silence of somebody who sends none (RFC 3389): noise, as loud as was said. One for a stream. */
public final class ComfortNoise {
    private static final int NO_LEVEL = 127;
    /** The top of noise that is evenly spread, over its root mean square. */
    private static final double PEAK = Math.sqrt(3);

    private int amplitude;
    private int seed = 1;
    private boolean on;

    /** From now on it is silent, so loud. @param level in -dBov, the first octet of the packet */
    public void begin(int level) {
        int quiet = level & NO_LEVEL;
        amplitude = quiet == NO_LEVEL
                ? 0
                : (int) Math.min(Short.MAX_VALUE, Short.MAX_VALUE * Math.pow(10, -quiet / 20.0) * PEAK);
        on = true;
    }

    /** Somebody speaks again. */
    public void end() {
        on = false;
    }

    public boolean isOn() {
        return on;
    }

    public void fill(short[] frame, int from, int length) {
        for (int i = from; i < from + length; i++) {
            seed = seed * 1_664_525 + 1_013_904_223;
            frame[i] = (short) ((seed >> 16) * amplitude >> 15);
        }
    }
}
