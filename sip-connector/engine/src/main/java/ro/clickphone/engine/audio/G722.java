package ro.clickphone.engine.audio;

/** ITU-T G.722 at 64 kbit/s: two bands by a mirror filter, each by adaptive differences. Block names are the standard's. */
public final class G722 implements FrameCodec {
    private static final int[] MIRROR = {3, -11, 12, 32, -210, 951, 3876, -805, 362, -156, 53, -11};
    private static final int[] Q6 = {
        0, 35, 72, 110, 150, 190, 233, 276, 323, 370, 422, 473, 530, 587, 650, 714, 786, 858, 940, 1023, 1121, 1219,
        1339, 1458, 1612, 1765, 1980, 2195, 2557, 2919, 0, 0
    };
    private static final int[] ILN = {
        0, 63, 62, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6,
        5, 4, 0
    };
    private static final int[] ILP = {
        0, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40, 39, 38, 37, 36, 35,
        34, 33, 32, 0
    };
    private static final int[] WL = {-60, -30, 58, 172, 334, 538, 1198, 3042};
    private static final int[] RL42 = {0, 7, 6, 5, 4, 3, 2, 1, 7, 6, 5, 4, 3, 2, 1, 0};
    private static final int[] ILB = {
        2048, 2093, 2139, 2186, 2233, 2282, 2332, 2383, 2435, 2489, 2543, 2599, 2656, 2714, 2774, 2834, 2896, 2960,
        3025, 3091, 3158, 3228, 3298, 3371, 3444, 3520, 3597, 3676, 3756, 3838, 3922, 4008
    };
    private static final int[] QM4 = {
        0, -20456, -12896, -8968, -6288, -4240, -2584, -1200, 20456, 12896, 8968, 6288, 4240, 2584, 1200, 0
    };
    private static final int[] QM2 = {-7408, -1616, 7408, 1616};
    private static final int[] QM6 = {
        -136, -136, -136, -136, -24808, -21904, -19008, -16704, -14984, -13512, -12280, -11192, -10232, -9360, -8576,
        -7856, -7192, -6576, -6000, -5456, -4944, -4464, -4008, -3576, -3168, -2776, -2400, -2032, -1688, -1360, -1040,
        -728, 24808, 21904, 19008, 16704, 14984, 13512, 12280, 11192, 10232, 9360, 8576, 7856, 7192, 6576, 6000, 5456,
        4944, 4464, 4008, 3576, 3168, 2776, 2400, 2032, 1688, 1360, 1040, 728, 432, 136, -432, -136
    };
    private static final int[] IHN = {0, 1, 0};
    private static final int[] IHP = {0, 3, 2};
    private static final int[] WH = {0, -214, 798};
    private static final int[] RH2 = {2, 1, 2, 1};

    private final Band encoderLow = new Band(32);
    private final Band encoderHigh = new Band(8);
    private final Band decoderLow = new Band(32);
    private final Band decoderHigh = new Band(8);
    private final int[] encoderLine = new int[24];
    private final int[] decoderLine = new int[24];

    @Override
    public int sampleRate() {
        return 16_000;
    }

    @Override
    public int encode(short[] frame, byte[] payload) {
        for (int i = 0; i < frame.length / 2; i++) {
            payload[i] = (byte) encode(frame[2 * i], frame[2 * i + 1]);
        }
        return frame.length / 2;
    }

    private int encode(int first, int second) {
        System.arraycopy(encoderLine, 2, encoderLine, 0, 22);
        encoderLine[22] = first;
        encoderLine[23] = second;
        int odd = 0;
        int even = 0;
        for (int i = 0; i < 12; i++) {
            odd += encoderLine[2 * i] * MIRROR[i];
            even += encoderLine[2 * i + 1] * MIRROR[11 - i];
        }
        return encodeHigh(even - odd >> 14) << 6 | encodeLow(even + odd >> 14);
    }

    private int encodeLow(int sample) {
        Band band = encoderLow;
        int difference = saturate(sample - band.s);
        int magnitude = difference >= 0 ? difference : -(difference + 1);
        int level = 1;
        while (level < 30 && magnitude >= Q6[level] * band.det >> 12) {
            level++;
        }
        int code = difference < 0 ? ILN[level] : ILP[level];
        int quantized = band.det * QM4[code >> 2] >> 15;
        band.scaleLow(code >> 2);
        band.adapt(quantized);
        return code;
    }

    private int encodeHigh(int sample) {
        Band band = encoderHigh;
        int difference = saturate(sample - band.s);
        int magnitude = difference >= 0 ? difference : -(difference + 1);
        int level = magnitude >= 564 * band.det >> 12 ? 2 : 1;
        int code = difference < 0 ? IHN[level] : IHP[level];
        int quantized = band.det * QM2[code] >> 15;
        band.scaleHigh(code);
        band.adapt(quantized);
        return code;
    }

    @Override
    public int decode(byte[] payload, int length, short[] samples) {
        int count = Math.min(length, samples.length / 2);
        for (int i = 0; i < count; i++) {
            int code = payload[i] & 0xFF;
            int low = decodeLow(code & 0x3F);
            int high = decodeHigh(code >> 6);
            System.arraycopy(decoderLine, 2, decoderLine, 0, 22);
            decoderLine[22] = low + high;
            decoderLine[23] = low - high;
            int first = 0;
            int second = 0;
            for (int k = 0; k < 12; k++) {
                second += decoderLine[2 * k] * MIRROR[k];
                first += decoderLine[2 * k + 1] * MIRROR[11 - k];
            }
            samples[2 * i] = (short) saturate(first >> 11);
            samples[2 * i + 1] = (short) saturate(second >> 11);
        }
        return 2 * count;
    }

    private int decodeLow(int code) {
        Band band = decoderLow;
        int sample = limited(band.s + (band.det * QM6[code] >> 15));
        int quantized = band.det * QM4[code >> 2] >> 15;
        band.scaleLow(code >> 2);
        band.adapt(quantized);
        return sample;
    }

    private int decodeHigh(int code) {
        Band band = decoderHigh;
        int quantized = band.det * QM2[code] >> 15;
        int sample = limited(quantized + band.s);
        band.scaleHigh(code);
        band.adapt(quantized);
        return sample;
    }

    private static int limited(int sample) {
        return Math.max(-16_384, Math.min(16_383, sample));
    }

    private static int saturate(int value) {
        return Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
    }

    /** What a band's predictor remembers, and how it learns. */
    private static final class Band {
        private final int[] r = new int[3];
        private final int[] a = new int[3];
        private final int[] p = new int[3];
        private final int[] d = new int[7];
        private final int[] b = new int[7];
        private int s;
        private int sz;
        private int nb;
        private int det;

        Band(int det) {
            this.det = det;
        }

        /** Blocks 3L: LOGSCL and SCALEL. */
        void scaleLow(int code) {
            nb = Math.max(0, Math.min(18_432, (nb * 127 >> 7) + WL[RL42[code]]));
            det = scale(8);
        }

        /** Blocks 3H: LOGSCH and SCALEH. */
        void scaleHigh(int code) {
            nb = Math.max(0, Math.min(22_528, (nb * 127 >> 7) + WH[RH2[code]]));
            det = scale(10);
        }

        private int scale(int most) {
            int shift = most - (nb >> 11);
            int mantissa = ILB[nb >> 6 & 31];
            return (shift < 0 ? mantissa << -shift : mantissa >> shift) << 2;
        }

        /** Block 4: the predictor follows the quantized difference. */
        void adapt(int difference) {
            d[0] = difference;
            r[0] = saturate(s + difference);
            p[0] = saturate(sz + difference);
            int second = secondPole();
            int first = firstPole(second);
            zeros();
            System.arraycopy(d, 0, d, 1, 6);
            r[2] = r[1];
            r[1] = r[0];
            p[2] = p[1];
            p[1] = p[0];
            a[2] = second;
            a[1] = first;
            predict();
        }

        /** UPPOL2. */
        private int secondPole() {
            int wd1 = saturate(a[1] << 2);
            int wd2 = p[0] >> 15 == p[1] >> 15 ? Math.min(-wd1, 32_767) : wd1;
            int wd3 = (p[0] >> 15 == p[2] >> 15 ? 128 : -128) + (wd2 >> 7) + (a[2] * 32_512 >> 15);
            return Math.max(-12_288, Math.min(12_288, wd3));
        }

        /** UPPOL1. */
        private int firstPole(int second) {
            int wd = saturate((p[0] >> 15 == p[1] >> 15 ? 192 : -192) + (a[1] * 32_640 >> 15));
            int most = saturate(15_360 - second);
            return Math.max(-most, Math.min(most, wd));
        }

        /** UPZERO. */
        private void zeros() {
            int step = d[0] == 0 ? 0 : 128;
            for (int i = 1; i < 7; i++) {
                b[i] = saturate((d[i] >> 15 == d[0] >> 15 ? step : -step) + (b[i] * 32_640 >> 15));
            }
        }

        /** FILTEP, FILTEZ, PREDIC. */
        private void predict() {
            int poles = saturate((a[1] * saturate(2 * r[1]) >> 15) + (a[2] * saturate(2 * r[2]) >> 15));
            int sum = 0;
            for (int i = 6; i > 0; i--) {
                sum += b[i] * saturate(2 * d[i]) >> 15;
            }
            sz = saturate(sum);
            s = saturate(poles + sz);
        }
    }
}
