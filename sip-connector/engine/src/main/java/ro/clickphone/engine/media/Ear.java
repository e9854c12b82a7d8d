package ro.clickphone.engine.media;

import java.util.Arrays;
import java.util.Optional;
import ro.clickphone.engine.audio.ComfortNoise;
import ro.clickphone.engine.audio.Concealer;
import ro.clickphone.engine.audio.FrameCodec;
import ro.clickphone.engine.rtp.RtpPacket;
import ro.clickphone.engine.sdp.Codec;

/**
 * Decodes what a leg says, when that is needed: a jitter buffer that puts packets in order, waits for late ones and gives
 * out 20 ms at each tick, whatever the packets' length. On the loop's thread; nothing is allocated per packet, and next to
 * nothing for a leg that is only relayed.
 */
final class Ear {
    private static final int SLOTS = 64;
    private static final int LONGEST_PAYLOAD = 1400;
    /** Samples of the longest packet: 120 ms at 16 kHz. */
    private static final int LONGEST_DECODED = 1920;

    private static final short[] NOTHING = {};

    private static final int LEAST_WAIT = 2;
    private static final int MOST_WAIT = 8;
    private static final int TOO_MANY_WAITING = 6;
    private static final int CALM_TICKS = 500;
    /** In place of a payload's length. */
    private static final int EMPTY = -1;

    private static final int NOISE = -2;

    private final byte[][] payloads = new byte[SLOTS][];
    private final int[] lengths = new int[SLOTS];
    private final int[] sequences = new int[SLOTS];
    private final byte[] levels = new byte[SLOTS];
    private final ComfortNoise noise = new ComfortNoise();
    private short[] decoded = NOTHING;
    private short[] ready = NOTHING;
    private short[] frame = NOTHING;
    private int readySamples;
    private int waiting;
    private int next;
    private boolean playing;
    private int wait = LEAST_WAIT;
    private int calm;
    private Optional<Codec> codec = Optional.empty();
    private Optional<FrameCodec> decoder = Optional.empty();
    private Optional<Concealer> concealer = Optional.empty();
    private int rate = 8000;
    /** Samples in a packet, which one that is missing had too. */
    private int usual;

    /** Takes a packet; what comes too late or too early is dropped. */
    void put(RtpPacket packet, Codec itsCodec) {
        if (itsCodec == Codec.COMFORT_NOISE) {
            putNoise(packet);
            return;
        }
        if (codec.isEmpty() || codec.get() != itsCodec) {
            change(itsCodec);
        }
        if (packet.payloadLength() == 0 || packet.payloadLength() > LONGEST_PAYLOAD) {
            return;
        }
        int slot = slotFor(packet.sequence());
        if (slot < 0) {
            return;
        }
        if (payloads[slot] == null) {
            payloads[slot] = new byte[LONGEST_PAYLOAD];
        }
        lengths[slot] = packet.copyPayload(payloads[slot]);
        sequences[slot] = packet.sequence();
        waiting++;
    }

    private void putNoise(RtpPacket packet) {
        if (codec.isEmpty()) {
            // who begins with silence: at the rate of its clock, until speech says better
            change(Codec.PCMA);
        }
        int slot = packet.payloadLength() == 0 ? -1 : slotFor(packet.sequence());
        if (slot >= 0) {
            lengths[slot] = NOISE;
            levels[slot] = packet.buffer().get(packet.payloadOffset());
            sequences[slot] = packet.sequence();
            waiting++;
            // nothing has to be waited for: more of it will not come
            playing = true;
        }
    }

    /** A packet that carries no audio has a sequence number too: it is not missing. */
    void pass(RtpPacket packet) {
        int slot = slotFor(packet.sequence());
        if (slot >= 0 && codec.isPresent()) {
            lengths[slot] = EMPTY;
            sequences[slot] = packet.sequence();
            waiting++;
        }
    }

    private int slotFor(int sequence) {
        int ahead = (short) (sequence - next);
        if (waiting == 0 && !playing && readySamples == 0) {
            next = sequence;
        } else if (ahead < -SLOTS || ahead >= SLOTS) {
            forget();
            next = sequence;
        } else if (ahead < 0) {
            return -1;
        }
        int slot = sequence % SLOTS;
        return lengths[slot] != 0 ? -1 : slot;
    }

    private void change(Codec itsCodec) {
        codec = Optional.of(itsCodec);
        decoder = Voice.codecFor(itsCodec);
        rate = itsCodec.sampleRate();
        usual = rate / 50;
        concealer = Optional.of(new Concealer(rate));
        if (ready.length == 0) {
            decoded = new short[LONGEST_DECODED];
            ready = new short[2 * LONGEST_DECODED];
        }
        forget();
    }

    private void forget() {
        Arrays.fill(lengths, 0);
        waiting = 0;
        readySamples = 0;
        playing = false;
    }

    int sampleRate() {
        return rate;
    }

    /** The next 20 ms; what is missing is made up, and what has ended is silence. */
    short[] next() {
        if (frame.length != rate / 50) {
            frame = new short[rate / 50];
        }
        if (!playing && waiting >= wait) {
            playing = true;
        }
        while (playing && readySamples < frame.length) {
            step();
        }
        if (readySamples >= frame.length) {
            System.arraycopy(ready, 0, frame, 0, frame.length);
            readySamples -= frame.length;
            System.arraycopy(ready, frame.length, ready, 0, readySamples);
            concealer.orElseThrow().good(frame, frame.length);
            adapt();
        } else if (noise.isOn()) {
            noise.fill(frame, 0, frame.length);
        } else {
            concealer.ifPresent(made -> made.conceal(frame, frame.length));
        }
        return frame;
    }

    /** Takes the next packet out, or makes up for it. */
    private void step() {
        int slot = next % SLOTS;
        boolean here = lengths[slot] != 0 && sequences[slot] == next;
        if (noise.isOn() && waiting < wait && !(here && lengths[slot] == NOISE)) {
            // speech begins again when enough of it has come
            silence();
            return;
        }
        if (waiting == 0) {
            // ran dry: fill up again, and wait longer from now on
            playing = false;
            wait = Math.min(MOST_WAIT, wait + 1);
            calm = 0;
            return;
        }
        if (!here) {
            int lost = usual;
            concealer.orElseThrow().conceal(decoded, lost);
            append(lost);
        } else {
            if (lengths[slot] > 0) {
                noise.end();
                int samples = decode(payloads[slot], lengths[slot]);
                usual = samples == 0 ? usual : samples;
                append(samples);
            } else if (lengths[slot] == NOISE) {
                noise.begin(levels[slot]);
                silence();
            }
            lengths[slot] = 0;
            waiting--;
        }
        next = next + 1 & 0xFFFF;
    }

    private void silence() {
        int length = rate / 50;
        noise.fill(decoded, 0, length);
        append(length);
    }

    private int decode(byte[] payload, int length) {
        return decoder.isPresent() ? decoder.get().decode(payload, length, decoded) : 0;
    }

    private void append(int samples) {
        int count = Math.min(samples, ready.length - readySamples);
        System.arraycopy(decoded, 0, ready, readySamples, count);
        readySamples += count;
    }

    /** Too many waiting: the far clock runs faster than ours, or a burst came; one packet less is hardly heard. */
    private void adapt() {
        if (waiting > wait + TOO_MANY_WAITING) {
            int kept = readySamples;
            step();
            readySamples = Math.min(kept, readySamples);
        }
        if (++calm > CALM_TICKS && wait > LEAST_WAIT) {
            wait--;
            calm = 0;
        }
    }
}
