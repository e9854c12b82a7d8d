package ro.clickphone.system.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a phone heard in a call, 16 bit samples; judged by its tones, since no codec gives back the bytes. */
final class Heard {
    private static final int HEADER_BYTES = 44;
    /** Where the chunks of a WAV file begin, and the name of the one with the sound. */
    private static final int CHUNKS = 12;

    private static final int DATA = 0x61746164;
    private static final int SAMPLE_RATE = 8000;
    private static final int WINDOW = SAMPLE_RATE / 10;
    /** A window belongs to a tone when most of its energy is there; and below this it is silence. */
    private static final double MOST = 0.5;

    private static final int PIECE = 2 * WINDOW;
    private static final double ALIKE = 0.9;

    private static final double SILENCE = 100.0 * 100.0;

    static final Heard NOTHING = new Heard(new short[0]);

    private final short[] samples;

    private Heard(short[] samples) {
        this.samples = samples;
    }

    static Heard in(Path wav) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN);
            short[] samples = new short[Math.max(0, (bytes.limit() - HEADER_BYTES) / 2)];
            bytes.position(Math.min(HEADER_BYTES, bytes.limit()));
            bytes.asShortBuffer().get(samples);
            return new Heard(samples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A Romanian prompt of the exchange, as it lies in A-law. */
    static Heard prompt(String name) {
        Path wav = Path.of("../sip-connector/engine/src/main/resources/ro/clickphone/engine/prompts/ro", name + ".wav");
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN);
            int chunk = CHUNKS;
            while (bytes.getInt(chunk) != DATA) {
                chunk += 8 + bytes.getInt(chunk + 4);
            }
            return ofALaw(Arrays.copyOfRange(bytes.array(), chunk + 8, chunk + 8 + bytes.getInt(chunk + 4)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file whose header is written at its end, brought to 8,000 samples a second; what is above 4 kHz must be silent. */
    static Heard of(Path wav, int sampleRate) {
        Heard all = in(wav);
        int every = sampleRate / SAMPLE_RATE;
        short[] samples = new short[all.samples.length / every];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = all.samples[i * every];
        }
        return new Heard(samples);
    }

    /** The last of it only. */
    Heard last(int tenths) {
        return new Heard(Arrays.copyOfRange(samples, Math.max(0, samples.length - tenths * WINDOW), samples.length));
    }

    /** One side of a recording of two, brought to 8,000 samples a second. @param channel from 0 */
    static Heard side(byte[] wav, int channel) {
        ByteBuffer bytes = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        int every = bytes.getInt(24) / SAMPLE_RATE;
        short[] samples = new short[(wav.length - HEADER_BYTES) / 4 / every];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = bytes.getShort(HEADER_BYTES + 4 * i * every + 2 * channel);
        }
        return new Heard(samples);
    }

    /** G.711 A-law (ITU-T G.711 table 1a). */
    static Heard ofALaw(byte[] payload) {
        short[] samples = new short[payload.length];
        for (int i = 0; i < payload.length; i++) {
            int code = payload[i] ^ 0x55;
            int segment = code >> 4 & 7;
            int step = (code & 0x0F) << 4 | 8;
            int size = segment == 0 ? step : step + 0x100 << segment - 1;
            samples[i] = (short) ((code & 0x80) != 0 ? size : -size);
        }
        return new Heard(samples);
    }

    /** How many tenths of a second sounded mainly of this frequency. */
    long tenthsOf(int hertz) {
        return tenthsWith(hertz, MOST);
    }

    /** How many tenths of a second had at least this share of their energy at this frequency. */
    long tenthsWith(int hertz, double leastShare) {
        long tenths = 0;
        for (int from = 0; from + WINDOW <= samples.length; from += WINDOW) {
            double energy = energy(from);
            if (energy > SILENCE && share(from, hertz) > leastShare * energy) {
                tenths++;
            }
        }
        return tenths;
    }

    /** How many tenths of a second were not silent. */
    long tenthsOfSound() {
        long tenths = 0;
        for (int from = 0; from + WINDOW <= samples.length; from += WINDOW) {
            tenths += energy(from) > SILENCE ? 1 : 0;
        }
        return tenths;
    }

    /**
     * How much of a prompt was heard, from 0 to 1: so many of its pieces of a fifth of a second, its pauses apart, are found
     * again, wave by wave, where they resemble what was heard more than anything else could.
     */
    double shareOf(Heard prompt) {
        int pieces = 0;
        int found = 0;
        for (int from = 0; from + PIECE <= prompt.samples.length; from += PIECE) {
            if (prompt.energy(from) > SILENCE && prompt.energy(from + WINDOW) > SILENCE) {
                pieces++;
                found += isHeard(prompt, from) ? 1 : 0;
            }
        }
        return pieces == 0 ? 0 : (double) found / pieces;
    }

    /** By the coefficient of correlation at each place. */
    private boolean isHeard(Heard prompt, int from) {
        double own = 0;
        double here = 0;
        for (int i = 0; i < PIECE; i++) {
            own += square(prompt.samples[from + i]);
            here += i < samples.length ? square(samples[i]) : 0;
        }
        for (int place = 0; place + PIECE <= samples.length; place++) {
            if (here > SILENCE * PIECE) {
                double product = 0;
                for (int i = 0; i < PIECE; i++) {
                    product += (double) prompt.samples[from + i] * samples[place + i];
                }
                if (product > ALIKE * Math.sqrt(own * here)) {
                    return true;
                }
            }
            here -= square(samples[place]);
            here += place + PIECE < samples.length ? square(samples[place + PIECE]) : 0;
        }
        return false;
    }

    private static double square(short sample) {
        return (double) sample * sample;
    }

    private double energy(int from) {
        double sum = 0;
        for (int i = from; i < from + WINDOW; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return sum / WINDOW;
    }

    /** The mean square of the part of the window that is a sine of this frequency (Goertzel). */
    private double share(int from, int hertz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / SAMPLE_RATE);
        double before = 0;
        double last = 0;
        for (int i = from; i < from + WINDOW; i++) {
            double now = samples[i] + coefficient * last - before;
            before = last;
            last = now;
        }
        double power = last * last + before * before - coefficient * last * before;
        return 2 * power / ((double) WINDOW * WINDOW);
    }
}
