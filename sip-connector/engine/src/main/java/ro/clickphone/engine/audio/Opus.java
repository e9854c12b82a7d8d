package ro.clickphone.engine.audio;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Opus (RFC 6716) as wideband speech, by Concentus. It allocates and costs much: only where packets cannot be passed on. */
public final class Opus implements FrameCodec {
    private static final Logger LOG = Logger.getLogger(Opus.class.getName());
    private static final int RATE = 16_000;
    /** Below its full rate the library's decoder is silent at all that is no narrow speech: hybrid and CELT frames. */
    private static final int DECODED_RATE = 48_000;

    private static final int LONGEST_DECODED = DECODED_RATE / 1000 * 120;
    private static final int BITS = 24_000;
    private static final int COMPLEXITY = 2;
    private static final int LONGEST = 400;

    private final OpusEncoder encoder;
    private final OpusDecoder decoder;
    private final short[] decoded = new short[LONGEST_DECODED];
    private final Thirds thirds = new Thirds();

    public Opus() {
        try {
            encoder = new OpusEncoder(RATE, 1, OpusApplication.OPUS_APPLICATION_VOIP);
            encoder.setBitrate(BITS);
            encoder.setComplexity(COMPLEXITY);
            decoder = new OpusDecoder(DECODED_RATE, 1);
        } catch (OpusException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public int sampleRate() {
        return RATE;
    }

    @Override
    public int encode(short[] frame, byte[] payload) {
        try {
            return encoder.encode(frame, 0, frame.length, payload, 0, Math.min(LONGEST, payload.length));
        } catch (OpusException | RuntimeException unencodable) {
            LOG.log(Level.FINE, "A frame could not be encoded", unencodable);
            return 0;
        }
    }

    @Override
    public int decode(byte[] payload, int length, short[] samples) {
        try {
            int count = decoder.decode(payload, 0, length, decoded, 0, decoded.length, false);
            return thirds.down(decoded, count, samples);
        } catch (OpusException | RuntimeException undecodable) {
            LOG.log(Level.FINE, "A packet could not be decoded", undecodable);
            return 0;
        }
    }
}
