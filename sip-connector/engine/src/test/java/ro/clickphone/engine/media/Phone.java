package ro.clickphone.engine.media;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ro.clickphone.engine.audio.FrameCodec;
import ro.clickphone.engine.audio.G711;
import ro.clickphone.engine.audio.G722;
import ro.clickphone.engine.audio.Opus;
import ro.clickphone.engine.audio.Tones;
import ro.clickphone.engine.rtp.SrtpKeys;
import ro.clickphone.engine.rtp.SrtpReceiver;
import ro.clickphone.engine.rtp.SrtpSender;

/** A telephone on loopback that says a tone in G.711 and judges what it hears by the tones in it. */
public final class Phone implements AutoCloseable {
    static final int PCMA = 8;
    static final int PCMU = 0;
    static final int G722 = 9;
    static final int OPUS = 111;
    static final String KEY = "WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz";
    private static final int FRAME = 160;
    private static final int JUDGED = 800;

    private final DatagramSocket socket;
    private final ScheduledExecutorService pacer = Executors.newSingleThreadScheduledExecutor();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final short[] recent = new short[JUDGED];
    private volatile int ssrc = System.identityHashCode(this);
    private Optional<ScheduledFuture<?>> saying = Optional.empty();
    private final Map<Integer, FrameCodec> codecs = new HashMap<>();
    private int rate = 8000;
    private int packetMillis = 20;
    private final Random chance = new Random(1);
    private volatile double loss;
    private volatile double hertz;
    private volatile double amplitude = 8000;
    private volatile int payloadType = PCMA;
    private volatile InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
    private int sequence = 65_500;
    private int timestamp = -4000;
    private int phase;
    private volatile Optional<SrtpSender> sender = Optional.empty();
    private volatile Optional<SrtpReceiver> receiver = Optional.empty();
    private volatile byte[] lastSent = new byte[0];

    /** A packet that came. */
    public record Heard(int type, boolean marker, int sequence, int timestamp, int ssrc, byte[] payload) {}

    public Phone() {
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (SocketException noSocket) {
            throw new UncheckedIOException(noSocket);
        }
        Thread ear = new Thread(this::listen, "ear");
        ear.setDaemon(true);
        ear.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    public String offer(String... formats) {
        return sdp("sendrecv", formats.length == 0 ? new String[] {"8", "0", "101"} : formats);
    }

    public String sdp(String direction, String... formats) {
        return "v=0\r\no=phone 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio " + port()
                + " RTP/AVP " + String.join(" ", formats) + "\r\na=rtpmap:101 telephone-event/8000\r\n"
                + "a=rtpmap:96 telephone-event/8000\r\na=rtpmap:18 G729/8000\r\na=rtpmap:111 opus/48000/2\r\na="
                + direction + "\r\n";
    }

    /** Sends to where that description says. */
    public Phone to(String sdp) {
        Matcher port = Pattern.compile("m=audio (\\d+) ").matcher(sdp);
        if (!port.find()) {
            throw new AssertionError("no audio in " + sdp);
        }
        to = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port.group(1)));
        return this;
    }

    InetSocketAddress target() {
        return to;
    }

    Phone as(int type) {
        payloadType = type;
        return this;
    }

    /** Not so loud that five together are cut at the top. */
    Phone quietly() {
        amplitude = 3000;
        return this;
    }

    /** Loses that share of what it sends, in a random that is always the same. */
    Phone losing(double share) {
        loss = share;
        return this;
    }

    /** Says a tone from now on. */
    public Phone says(double itsHertz) {
        hertz = itsHertz;
        if (saying.isEmpty()) {
            saying = Optional.of(pacer.scheduleAtFixedRate(this::sayFrame, 0, packetMillis, TimeUnit.MILLISECONDS));
        }
        return this;
    }

    /** How much sound is in each of its packets; before it says anything. */
    Phone inPacketsOf(int millis) {
        packetMillis = millis;
        return this;
    }

    /** As a gateway does that joins us with another machine of its own: a new source that counts from anywhere. */
    Phone isAnother() {
        ssrc++;
        sequence += 30_000;
        timestamp += 1_000_000;
        return this;
    }

    /** Presses a key for 100 ms that is only in the sound, then is silent. */
    Phone saysKey(char key) {
        short[] sound = Tones.key(key).samples(8000);
        for (int at = 0; at + FRAME <= sound.length; at += FRAME) {
            byte[] payload = new byte[FRAME];
            G711.ALAW.encode(Arrays.copyOfRange(sound, at, at + FRAME), FRAME, payload);
            sequence++;
            timestamp += FRAME;
            send(PCMA, false, sequence, timestamp, payload);
        }
        return this;
    }

    private void sayFrame() {
        FrameCodec codec = codec(payloadType);
        short[] frame = new short[codec.sampleRate() * packetMillis / 1000];
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (short) (amplitude * Math.sin(2 * Math.PI * hertz * phase++ / codec.sampleRate()));
        }
        byte[] payload = new byte[1400];
        int length = packetMillis == 20 ? codec.encode(frame, payload) : encodeLong(frame, payload);
        sequence++;
        timestamp += (payloadType == OPUS ? 48 : 8) * packetMillis;
        if (chance.nextDouble() >= loss) {
            send(payloadType, false, sequence, timestamp, Arrays.copyOf(payload, length));
        }
    }

    /** The exchange's own codec makes packets of 20 ms only. */
    private static int encodeLong(short[] frame, byte[] payload) {
        G711.ALAW.encode(frame, frame.length, payload);
        return frame.length;
    }

    private synchronized FrameCodec codec(int type) {
        return codecs.computeIfAbsent(type, t -> switch (t) {
            case PCMU -> new FrameCodec.G711Codec(G711.ULAW);
            case G722 -> new G722();
            case OPUS -> new Opus();
            default -> new FrameCodec.G711Codec(G711.ALAW);
        });
    }

    /** One packet of one's own making. */
    void send(int type, boolean marker, int itsSequence, int itsTimestamp, byte[] payload) {
        ByteBuffer packet = ByteBuffer.allocate(12 + payload.length);
        packet.put((byte) 0x80).put((byte) (type | (marker ? 0x80 : 0))).putShort((short) itsSequence);
        packet.putInt(itsTimestamp).putInt(ssrc).put(payload);
        send(packet.array());
    }

    void send(byte[] datagram) {
        try {
            byte[] wire = sender.map(keys -> protect(keys, datagram)).orElse(datagram);
            lastSent = wire;
            socket.send(new DatagramPacket(wire, wire.length, to));
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private void listen() {
        byte[] buffer = new byte[2048];
        try {
            while (!socket.isClosed()) {
                DatagramPacket datagram = new DatagramPacket(buffer, buffer.length);
                socket.receive(datagram);
                take(ByteBuffer.wrap(buffer, 0, datagram.getLength()).slice());
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    /** Encrypts with the key of its own offer, and decrypts with the one of that answer. */
    Phone secured(String answer) {
        Matcher line = Pattern.compile("a=crypto:\\d+ (\\w+) inline:(\\S+)").matcher(answer);
        if (!line.find()) {
            throw new AssertionError("no key in " + answer);
        }
        int tagBytes = line.group(1).endsWith("32") ? 4 : 10;
        sender = Optional.of(new SrtpSender(keys(KEY, tagBytes)));
        receiver = Optional.of(new SrtpReceiver(keys(line.group(2), tagBytes)));
        return this;
    }

    private static SrtpKeys keys(String base64, int tagBytes) {
        byte[] both = Base64.getDecoder().decode(base64);
        return new SrtpKeys(Arrays.copyOf(both, 16), Arrays.copyOfRange(both, 16, 30), tagBytes);
    }

    private static synchronized byte[] protect(SrtpSender keys, byte[] datagram) {
        ByteBuffer packet = ByteBuffer.allocate(datagram.length + 10);
        packet.put(0, datagram).limit(datagram.length);
        keys.protect(packet);
        return Arrays.copyOf(packet.array(), packet.limit());
    }

    /** What went over the wire last. */
    byte[] lastSent() {
        return lastSent;
    }

    private void take(ByteBuffer packet) {
        if (receiver.isPresent() && !receiver.get().open(packet)) {
            return;
        }
        byte[] payload = new byte[packet.limit() - 12];
        packet.get(12, payload);
        int type = packet.get(1) & 0x7F;
        heard.add(new Heard(
                type,
                (packet.get(1) & 0x80) != 0,
                packet.getShort(2) & 0xFFFF,
                packet.getInt(4),
                packet.getInt(8),
                payload));
        if (type != 101 && type != 96 && type != 18 && type != 13) {
            append(payload, codec(type));
        }
    }

    private synchronized void append(byte[] payload, FrameCodec codec) {
        short[] sound = new short[1920];
        int decoded = codec.decode(payload, payload.length, sound);
        int count = Math.min(decoded, JUDGED);
        System.arraycopy(recent, count, recent, 0, JUDGED - count);
        System.arraycopy(sound, 0, recent, JUDGED - count, count);
        rate = codec.sampleRate();
    }

    public List<Heard> heard() {
        return heard;
    }

    /** How much of the last 100 ms is that tone: 0 to 1; nothing when it was silent. */
    synchronized double shareOf(double itsHertz) {
        return ToneShare.of(recent, JUDGED, itsHertz, rate);
    }

    /**
     * Whether those tones were ever in the sound together, each with more than that share of 100 ms. A key of 100 ms is
     * over between two looks at {@link #shareOf}.
     */
    boolean everHeard(double share, double... tones) {
        short[] window = new short[JUDGED];
        short[] sound = new short[1920];
        for (Heard packet : List.copyOf(heard)) {
            if (packet.type() != PCMA) {
                continue;
            }
            int count = codec(PCMA).decode(packet.payload(), packet.payload().length, sound);
            System.arraycopy(window, count, window, 0, JUDGED - count);
            System.arraycopy(sound, 0, window, JUDGED - count, count);
            if (Arrays.stream(tones).allMatch(hertz -> ToneShare.of(window, JUDGED, hertz, 8000) > share)) {
                return true;
            }
        }
        return false;
    }

    /** Packets of 20 ms in which there was next to nothing. */
    long quietFramesSince(int packet) {
        short[] sound = new short[1920];
        return List.copyOf(heard).stream()
                .skip(packet)
                .filter(one -> one.type() == PCMU || one.type() == PCMA)
                .filter(one -> {
                    int samples = codec(one.type()).decode(one.payload(), one.payload().length, sound);
                    return Arrays.stream(toInts(sound, samples)).allMatch(level -> level < 1000);
                })
                .count();
    }

    private static int[] toInts(short[] sound, int samples) {
        int[] levels = new int[samples];
        for (int i = 0; i < samples; i++) {
            levels[i] = Math.abs(sound[i]);
        }
        return levels;
    }

    public Phone hears(double itsHertz) {
        await("hears " + itsHertz).until(() -> shareOf(itsHertz) > 0.9);
        return this;
    }

    public Phone hearsNoMore(double itsHertz) {
        await("hears no " + itsHertz).until(() -> shareOf(itsHertz) < 0.05);
        return this;
    }

    @Override
    public void close() {
        pacer.shutdownNow();
        socket.close();
    }
}
