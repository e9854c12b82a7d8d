package ro.clickphone.engine.audio;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

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

    /** Of its samples: SHA-256, the first 16 digits. */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(WavBytes.samples(narrow, narrow.length));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks SHA-256", e);
        }
    }

    public long bytes() {
        return 2L * (narrow.length + wide.length);
    }
}
