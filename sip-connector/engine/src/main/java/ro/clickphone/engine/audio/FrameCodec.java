package ro.clickphone.engine.audio;

/** Speaks one codec for one stream, 20 ms at a time; keeps the stream's state, so each direction has its own. */
public interface FrameCodec {
    /** Samples a second that it works with. */
    int sampleRate();

    /** @return bytes written */
    int encode(short[] frame, byte[] payload);

    /** @return samples written; 0 when the payload cannot be read */
    int decode(byte[] payload, int length, short[] samples);

    /** G.711, which has no state. */
    record G711Codec(G711 law) implements FrameCodec {
        @Override
        public int sampleRate() {
            return 8000;
        }

        @Override
        public int encode(short[] frame, byte[] payload) {
            law.encode(frame, 160, payload);
            return 160;
        }

        @Override
        public int decode(byte[] payload, int length, short[] samples) {
            int count = Math.min(length, samples.length);
            law.decode(payload, count, samples);
            return count;
        }
    }
}
