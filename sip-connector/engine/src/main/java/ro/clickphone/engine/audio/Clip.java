package ro.clickphone.engine.audio;

import java.time.Duration;

/** A piece of sound at both rates that the engine works with; never changed after it was made. */
public final class Clip {
    public static final Clip EMPTY = of(new short[0], 8000);

    private final short[] narrow;
    private final short[] wide;

    private Clip(short[] narrow, short[] wide) {
        this.narrow = narrow;
        this.wide = wide;
    }

    /** Takes the samples over. */
    public static Clip of(short[] samples, int rate) {
        return switch (rate) {
            case 8000 -> new Clip(samples, Resampler.doubled(samples));
            case 16_000 -> new Clip(Resampler.halved(samples), samples);
            default -> throw new IllegalArgumentException("no rate of ours: " + rate);
        };
    }

    public short[] samples(int rate) {
        return rate == 8000 ? narrow : wide;
    }

    public Duration length() {
        return Duration.ofMillis(narrow.length / 8);
    }

    public long bytes() {
        return 2L * (narrow.length + wide.length);
    }
}
