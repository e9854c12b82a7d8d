package ro.clickphone.engine.audio;

/** ITU-T G.711 by tables: A-law and µ-law, one byte a sample. */
public enum G711 {
    ALAW {
        @Override
        int expand(int code) {
            int bits = code ^ 0x55;
            int segment = bits >> 4 & 7;
            int step = (bits & 0x0F) << 4;
            int magnitude = segment == 0 ? step + 8 : step + 0x108 << segment - 1;
            return (bits & 0x80) != 0 ? magnitude : -magnitude;
        }

        /** Halfway cases go to the code of the smaller magnitude; the sign decides at zero. */
        @Override
        int compress(int sample) {
            int sign = sample >= 0 ? 0xD5 : 0x55;
            int magnitude = Math.min(sample >= 0 ? sample >> 3 : ~sample >> 3, 0xFFF) >> 0;
            int segment = magnitude < 0x20 ? 0 : 27 - Integer.numberOfLeadingZeros(magnitude);
            int step = segment < 2 ? magnitude >> 1 & 0x0F : magnitude >> segment & 0x0F;
            return (segment << 4 | step) ^ sign;
        }
    },
    ULAW {
        private static final int BIAS = 0x84;

        @Override
        int expand(int code) {
            int bits = ~code & 0xFF;
            int magnitude = (((bits & 0x0F) << 3) + BIAS << (bits >> 4 & 7)) - BIAS;
            return (bits & 0x80) != 0 ? -magnitude : magnitude;
        }

        @Override
        int compress(int sample) {
            int sign = sample < 0 ? 0x80 : 0;
            int magnitude = Math.min(sample < 0 ? -sample : sample, 32_635) + BIAS;
            int segment = 24 - Integer.numberOfLeadingZeros(magnitude);
            int step = magnitude >> segment + 3 & 0x0F;
            return ~(sign | segment << 4 | step) & 0xFF;
        }
    };

    private final short[] expanded = new short[256];
    private final byte[] compressed = new byte[65_536];

    G711() {
        for (int code = 0; code < 256; code++) {
            expanded[code] = (short) expand(code);
        }
        for (int sample = -32_768; sample < 32_768; sample++) {
            compressed[sample & 0xFFFF] = (byte) compress(sample);
        }
    }

    abstract int expand(int code);

    abstract int compress(int sample);

    public short decode(byte code) {
        return expanded[code & 0xFF];
    }

    public byte encode(short sample) {
        return compressed[sample & 0xFFFF];
    }

    public void decode(byte[] codes, int length, short[] samples) {
        for (int i = 0; i < length; i++) {
            samples[i] = expanded[codes[i] & 0xFF];
        }
    }

    public void encode(short[] samples, int length, byte[] codes) {
        for (int i = 0; i < length; i++) {
            codes[i] = compressed[samples[i] & 0xFFFF];
        }
    }
}
