package ro.clickphone.engine.media;

import java.nio.ByteBuffer;
import java.util.Optional;
import ro.clickphone.engine.audio.FrameCodec;
import ro.clickphone.engine.audio.FrameCodec.G711Codec;
import ro.clickphone.engine.audio.G711;
import ro.clickphone.engine.audio.G722;
import ro.clickphone.engine.audio.Opus;
import ro.clickphone.engine.sdp.Codec;

/** Encodes what a leg hears, in the codec that was agreed. On the loop's thread. */
final class Voice {
    private static final int LONGEST_PAYLOAD = 1400;

    private static final byte[] NO_BYTES = {};

    private byte[] payload = NO_BYTES;
    private short[] frame = new short[160];
    private Optional<FrameCodec> encoder = Optional.empty();
    private Optional<Codec> codec = Optional.empty();

    void speak(Codec agreed) {
        if (codec.filter(agreed::equals).isEmpty()) {
            codec = Optional.of(agreed);
            encoder = codecFor(agreed);
            frame = new short[sampleRate() / 50];
        }
    }

    static Optional<FrameCodec> codecFor(Codec codec) {
        return switch (codec) {
            case PCMA -> Optional.of(new G711Codec(G711.ALAW));
            case PCMU -> Optional.of(new G711Codec(G711.ULAW));
            case G722 -> Optional.of(new G722());
            case OPUS -> Optional.of(new Opus());
            default -> Optional.empty();
        };
    }

    /** Not a codec that is only passed on. */
    boolean canSpeak() {
        return encoder.isPresent();
    }

    int sampleRate() {
        return encoder.map(FrameCodec::sampleRate).orElse(8000);
    }

    /** To be filled before {@link #encode}. */
    short[] frame() {
        return frame;
    }

    /** Only after {@link #speak}. */
    Codec codec() {
        return codec.orElseThrow();
    }

    /** Puts the encoded frame into a buffer. @return its length */
    int encode(ByteBuffer into, int at) {
        if (payload.length == 0) {
            payload = new byte[LONGEST_PAYLOAD];
        }
        int length = encoder.map(e -> e.encode(frame(), payload)).orElse(0);
        into.put(at, payload, 0, length);
        return length;
    }
}
