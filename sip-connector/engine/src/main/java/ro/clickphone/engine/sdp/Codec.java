package ro.clickphone.engine.sdp;

import java.util.List;
import java.util.Optional;

/** The codecs that we know by name: those that we can hear and speak, and those that we only pass on (RFC 3551). */
public enum Codec {
    PCMA("PCMA", 8, 8000, 1, "", Use.SPOKEN),
    PCMU("PCMU", 0, 8000, 1, "", Use.SPOKEN),
    /** Its clock rate is 8000 by an old error that RFC 3551 4.5.2 keeps; the audio has 16,000 samples a second. */
    G722("G722", 9, 8000, 1, "", Use.SPOKEN),
    OPUS("opus", 111, 48_000, 2, "useinbandfec=1", Use.SPOKEN),
    G729("G729", 18, 8000, 1, "annexb=no", Use.PASSED_ON),
    GSM("GSM", 3, 8000, 1, "", Use.PASSED_ON),
    ILBC("iLBC", 112, 8000, 1, "mode=30", Use.PASSED_ON),
    G723("G723", 4, 8000, 1, "annexa=no", Use.PASSED_ON),
    SPEEX("speex", 113, 8000, 1, "", Use.PASSED_ON),
    /** Says how loud the silence is, beside a codec of the same clock (RFC 3389); nobody talks in it alone. */
    COMFORT_NOISE("CN", 13, 8000, 1, "", Use.BESIDE);

    private enum Use {
        SPOKEN,
        PASSED_ON,
        BESIDE
    }

    private static final List<Codec> ALL = List.of(values());
    private static final List<Codec> SPOKEN =
            ALL.stream().filter(Codec::isSpoken).toList();

    private final String sdpName;
    private final int payloadType;
    private final int clockRate;
    private final int channels;
    private final String parameters;
    private final Use use;

    Codec(String sdpName, int payloadType, int clockRate, int channels, String parameters, Use use) {
        this.sdpName = sdpName;
        this.payloadType = payloadType;
        this.clockRate = clockRate;
        this.channels = channels;
        this.parameters = parameters;
        this.use = use;
    }

    /** All that we can decode and encode, in our order of liking. */
    public static List<Codec> spoken() {
        return SPOKEN;
    }

    public static Optional<Codec> named(String name) {
        for (Codec codec : ALL) {
            if (codec.sdpName.equalsIgnoreCase(name)) {
                return Optional.of(codec);
            }
        }
        return Optional.empty();
    }

    /** The codec of a format; the clock rate must be the same, a missing number of channels is one. */
    static Optional<Codec> of(Format format) {
        Optional<Codec> codec = named(format.name());
        return codec.isPresent()
                        && codec.get().clockRate == format.clockRate()
                        && codec.get().channels == format.channels()
                ? codec
                : Optional.empty();
    }

    /** Whether a talk can be in it. */
    boolean carriesTalk() {
        return use != Use.BESIDE;
    }

    /** Whether comfort noise may come between its packets: both count time alike. */
    boolean goesWithNoise() {
        return use == Use.SPOKEN && clockRate == COMFORT_NOISE.clockRate;
    }

    /** Whether we can decode and encode it; otherwise it can only be passed on. */
    public boolean isSpoken() {
        return use == Use.SPOKEN;
    }

    public String sdpName() {
        return sdpName;
    }

    public int clockRate() {
        return clockRate;
    }

    /** Samples a second of the audio that we make of it and for it. */
    public int sampleRate() {
        return this == G722 || this == OPUS ? 16_000 : 8000;
    }

    /** As we offer it. */
    Format format() {
        return new Format(payloadType, sdpName, clockRate, channels, parameters);
    }
}
