package ro.clickphone.engine.media;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.rtp.MediaLoop;
import ro.clickphone.engine.rtp.RealTime;
import ro.clickphone.engine.rtp.RtpPorts;
import ro.clickphone.engine.rtp.RtpSocket;
import ro.clickphone.engine.sdp.BrowserTerms;
import ro.clickphone.engine.sdp.Codec;
import ro.clickphone.engine.sdp.IceSecrets;
import ro.clickphone.engine.sdp.Keying;
import ro.clickphone.engine.sdp.Keying.Secrecy;
import ro.clickphone.engine.sdp.LocalAudio;
import ro.clickphone.engine.sdp.OfferAnswer;
import ro.clickphone.engine.sdp.OwnAddresses;

/** The media of this node: its loops, its ports, its legs. */
public final class MediaEngine implements Media {
    private static final int MOST_LOOPS = 4;
    private static final String THREADS = "media-";

    private final InetAddress bind;
    private final OwnAddresses publicAddresses;
    private final RtpPorts ports;
    private final Prompts prompts;
    private final List<MediaLoop> loops = new ArrayList<>();
    private final Set<LegAudio> legs = ConcurrentHashMap.newKeySet();
    private final SecureRandom random = new SecureRandom();
    private final ExecutorService reader = diskThread("prompts");
    private final ExecutorService writer = diskThread("recordings");
    private final Rooms rooms;
    private final Handshakes handshakes = new Handshakes();

    /**
     * @param bind address of the sockets
     * @param publicAddresses what the far ends are told
     * @param firstPort even
     * @param stored where customers' prompts lie
     * @param recordings where what callers say lies
     * @param replacements operator's folder of system prompts
     */
    public record Settings(
            String bind,
            OwnAddresses publicAddresses,
            int firstPort,
            int lastPort,
            Path stored,
            Path recordings,
            Optional<Path> replacements) {
        public Settings {
            Objects.requireNonNull(bind, "bind");
            Objects.requireNonNull(publicAddresses, "publicAddresses");
            Objects.requireNonNull(stored, "stored");
            Objects.requireNonNull(recordings, "recordings");
            Objects.requireNonNull(replacements, "replacements");
        }
    }

    public MediaEngine(Settings settings) {
        try {
            bind = InetAddress.getByName(settings.bind());
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("no address to bind to: " + settings.bind(), unknown);
        }
        publicAddresses = settings.publicAddresses();
        ports = new RtpPorts(settings.firstPort(), settings.lastPort(), random);
        prompts = new Prompts(settings.stored(), settings.recordings(), settings.replacements());
        int count = Math.min(MOST_LOOPS, Runtime.getRuntime().availableProcessors());
        for (int i = 0; i < count; i++) {
            loops.add(new MediaLoop(THREADS + i));
        }
        reader.execute(handshakes::identity);
        rooms = new Rooms(() -> loops.get(random.nextInt(loops.size())));
    }

    /** Asks the system for real-time threads, where it grants them. */
    public void goFirst() {
        for (int i = 0; i < loops.size(); i++) {
            String name = THREADS + i;
            reader.execute(() -> RealTime.ask(name));
        }
    }

    private static ExecutorService diskThread(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public LegMedia open(CallId call, MediaTerms terms, MediaEvents events) {
        MediaLoop loop = loops.get(Math.floorMod(call.hashCode(), loops.size()));
        RtpSocket socket = RtpSocket.open(ports, bind, loop)
                .orElseThrow(() -> new NoPortsException("all " + ports.size() + " pairs of RTP ports are in use"));
        List<Codec> codecs = LegAudio.codecs(terms.codecs());
        LocalAudio local = new LocalAudio(
                terms.far().map(publicAddresses::preferring).orElse(publicAddresses),
                socket.port(),
                random.nextLong(1L << 62),
                codecs.isEmpty() ? Codec.spoken() : codecs,
                codecs.isEmpty() ? LocalAudio.Order.OFFERERS : LocalAudio.Order.OURS);
        AudioLine line = new AudioLine(socket, events, loop, Clock.systemUTC());
        LegAudio[] self = new LegAudio[1];
        Executor home = task -> self[0].post(task);
        OfferAnswer offerAnswer = new OfferAnswer(local, keying(terms.protection(), local, line, home));
        self[0] = new LegAudio(offerAnswer, line, events, prompts, reader, writer, loop, () -> gone(self[0]));
        legs.add(self[0]);
        return self[0];
    }

    private Keying keying(MediaTerms.Protection protection, LocalAudio local, AudioLine line, Executor home) {
        return switch (protection) {
            case OFF -> Keying.sdes(Secrecy.NEVER);
            case BY_HANDSHAKE_IF_POSSIBLE -> phone(Secrecy.NEVER, line, home);
            case IF_POSSIBLE -> phone(Secrecy.IF_POSSIBLE, line, home);
            case REQUIRED -> phone(Secrecy.REQUIRED, line, home);
            case WEBRTC -> {
                BrowserTerms ours = handshakes.terms(local.addresses().first(), local.rtpPort());
                IceSecrets first = ours.secrets().get();
                line.awaitBrowser(first, handshakes, home);
                yield Keying.dtls(ours, first);
            }
        };
    }

    private Keying phone(Secrecy ofKeys, AudioLine line, Executor home) {
        line.awaitPhone(handshakes, home);
        return Keying.phone(ofKeys, handshakes.identity().fingerprint());
    }

    @Override
    public void join(LegMedia one, LegMedia other) {
        LegAudio.join(ours(one), ours(other));
    }

    @Override
    public void part(LegMedia one, LegMedia other) {
        LegAudio.part(ours(one), ours(other));
    }

    @Override
    public void enter(String room, LegMedia leg, Heard heard) {
        LegAudio entering = ours(leg);
        entering.enter(rooms.enter(room, entering), heard);
    }

    @Override
    public void leave(String room, LegMedia leg) {
        LegAudio leaving = ours(leg);
        if (rooms.isIn(room, leaving)) {
            rooms.leave(leaving);
            leaving.leaveRoom();
        }
    }

    @Override
    public int inRoom(String room) {
        return rooms.count(room);
    }

    private void gone(LegAudio leg) {
        legs.remove(leg);
        rooms.leave(leg);
    }

    /** Legs that are open now. */
    public int legs() {
        return legs.size();
    }

    /** Pairs of ports that are neither in use nor resting. */
    public int freePorts() {
        return ports.free() + loops.stream().mapToInt(MediaLoop::restedPorts).sum();
    }

    private static LegAudio ours(LegMedia leg) {
        if (leg instanceof LegAudio audio) {
            return audio;
        }
        throw new IllegalArgumentException("a leg of another engine");
    }

    @Override
    public Optional<String> version(Prompt prompt) {
        return prompts.version(prompt);
    }

    @Override
    public Optional<byte[]> wav(Prompt prompt) {
        return prompts.wav(prompt);
    }

    @Override
    public void close() {
        legs.forEach(LegAudio::close);
        reader.shutdownNow();
        handshakes.close();
        loops.forEach(MediaLoop::close);
        finishRecordings();
    }

    private void finishRecordings() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(5, TimeUnit.SECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
