package ro.clickphone.engine.media;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.MediaReport;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.RecordingSeal;
import ro.clickphone.engine.audio.Clip;
import ro.clickphone.engine.media.Media.UnusableSdpException;
import ro.clickphone.engine.rtp.MediaLoop;
import ro.clickphone.engine.rtp.ReceivedStream;
import ro.clickphone.engine.sdp.Agreement;
import ro.clickphone.engine.sdp.Codec;
import ro.clickphone.engine.sdp.OfferAnswer;

/**
 * A leg's door: agrees on the audio in the caller's thread, and hands everything else to the leg's line on its loop, in
 * the order in which it was said, also when the leg moves to another loop.
 */
final class LegAudio implements LegMedia {
    private static final Logger LOG = Logger.getLogger(LegAudio.class.getName());

    private final OfferAnswer offerAnswer;
    private final AudioLine line;
    private final FaxTalks fax;
    private final MediaEvents events;
    private final Prompts prompts;
    private final Executor reader;
    private final Executor writer;
    private final Runnable whenClosed;

    private final Place place;
    private final AtomicBoolean closed = new AtomicBoolean();
    /** Counts what was ordered to be heard, so that a prompt that was slow to read does not replace a later one. */
    private final AtomicLong order = new AtomicLong();

    private volatile Optional<Agreement> agreed = Optional.empty();
    private volatile Optional<Said> recording = Optional.empty();
    private volatile Optional<Room> room = Optional.empty();
    private volatile Optional<LegAudio> wanted = Optional.empty();

    LegAudio(
            OfferAnswer offerAnswer,
            AudioLine line,
            MediaEvents events,
            Prompts prompts,
            Executor reader,
            Executor writer,
            MediaLoop loop,
            Runnable whenClosed) {
        this.offerAnswer = offerAnswer;
        this.line = line;
        this.fax = new FaxTalks(offerAnswer, far -> post(() -> line.fax(far.place())));
        this.events = events;
        this.prompts = prompts;
        this.reader = reader;
        this.writer = writer;
        this.place = new Place(loop);
        this.whenClosed = whenClosed;
        post(line::begin);
    }

    @Override
    public String offer(List<String> first) {
        synchronized (offerAnswer) {
            return offerAnswer.offer(codecs(first));
        }
    }

    @Override
    public void accept(String answer) throws UnusableSdpException {
        agree(Negotiation.run(offerAnswer, () -> offerAnswer.accept(answer)));
    }

    @Override
    public String answer(String offer, List<String> first) throws UnusableSdpException {
        return Negotiation.run(offerAnswer, () -> {
            OfferAnswer.Answered answered = offerAnswer.answer(offer, codecs(first));
            agree(answered.agreement());
            return answered.text();
        });
    }

    @Override
    public boolean mayFax() {
        return agreed.filter(audio -> audio.encryption().isEmpty()).isPresent();
    }

    @Override
    public boolean isFax() {
        return fax.areAgreed();
    }

    @Override
    public String offerFax(String like) throws UnusableSdpException {
        return fax.offer(like);
    }

    @Override
    public void acceptFax(String answer) throws UnusableSdpException {
        fax.accept(answer);
    }

    @Override
    public String answerFax(String offer, String like) throws UnusableSdpException {
        return fax.answer(offer, like);
    }

    @Override
    public String answerFax(String offer) throws UnusableSdpException {
        return fax.answer(offer);
    }

    @Override
    public String describedAgain() {
        synchronized (offerAnswer) {
            return offerAnswer.again();
        }
    }

    private void agree(Agreement agreement) {
        fax.end();
        agreed = Optional.of(agreement);
        Wire wire = new Wire(agreement);
        post(() -> line.agree(wire));
    }

    static List<Codec> codecs(List<String> names) {
        List<Codec> known = new ArrayList<>(names.size());
        for (String name : names) {
            Codec.named(name).ifPresent(known::add);
        }
        return known;
    }

    @Override
    public void signalledFrom(InetAddress address) {
        post(() -> line.signalledFrom(address));
    }

    @Override
    public List<String> farCodecs() {
        return agreed.map(a -> a.farCodecs().stream().map(Codec::sdpName).toList())
                .orElse(List.of());
    }

    @Override
    public Optional<String> codec() {
        return agreed.map(a -> a.codec().sdpName());
    }

    @Override
    public boolean isHeld() {
        return agreed.filter(Agreement::isHeld).isPresent();
    }

    @Override
    public void play(List<Prompt> what) {
        hear(() -> Player.of(prompts.clips(what), Player.Times.ONCE), events::played);
    }

    @Override
    public void repeat(Prompt prompt) {
        hear(() -> Player.of(prompts.clips(List.of(prompt)), Player.Times.ENDLESSLY), () -> {});
    }

    @Override
    public void tone(Tone tone) {
        order.incrementAndGet();
        post(() -> line.play(Player.of(List.of(ToneClips.of(tone)), Player.Times.ENDLESSLY), () -> {}));
    }

    /** The sound is read on the reader's thread, and begins unless something else was ordered meanwhile. */
    private void hear(Supplier<Player> sound, Runnable then) {
        long mine = order.incrementAndGet();
        post(() -> line.play(Player.idle(), () -> {}));
        reader.execute(() -> {
            Player player = sound.get();
            post(() -> {
                if (order.get() == mine) {
                    line.play(player, then);
                }
            });
        });
    }

    @Override
    public void stop() {
        order.incrementAndGet();
        post(() -> line.play(Player.idle(), () -> {}));
    }

    @Override
    public void warn() {
        post(line::warn);
    }

    @Override
    public void echo() {
        order.incrementAndGet();
        post(line::echo);
    }

    @Override
    public void keyInMessage(char key) {
        post(() -> line.keyInMessage(key));
    }

    @Override
    public void record(Path file, RecordingSeal seal, Duration atMost, Optional<Duration> silence) {
        prompts.sealed(file, seal);
        Said said = new Said(new Recording(file, seal, sampleRate(), 1, writer), atMost, silence);
        recording = Optional.of(said);
        post(() -> line.tap(taps -> taps.record(said)));
    }

    @Override
    public CompletableFuture<Duration> stopRecording() {
        Optional<Said> stopped = recording;
        recording = Optional.empty();
        post(() -> line.tap(Taps::stopRecording));
        return stopped.map(said -> said.recording().finished().thenApply(whole -> said.length()))
                .orElseGet(() -> CompletableFuture.completedFuture(Duration.ZERO));
    }

    @Override
    public void over(List<Prompt> words, Runnable then) {
        reader.execute(() -> {
            List<Clip> clips = prompts.clips(words);
            post(() -> line.over(Words.of(clips, then)));
        });
    }

    @Override
    public void recordTalk(Path file, RecordingSeal seal) {
        Recording talk = new Recording(file, seal, sampleRate(), 2, writer);
        post(() -> line.tap(taps -> taps.recordTalk(talk)));
    }

    @Override
    public void stopRecordingTalk() {
        post(() -> line.tap(Taps::stopRecordingTalk));
    }

    @Override
    public void restRecordingTalk() {
        post(() -> line.tap(Taps::restTalk));
    }

    @Override
    public void resumeRecordingTalk() {
        post(() -> line.tap(Taps::resumeTalk));
    }

    private int sampleRate() {
        return agreed.map(a -> a.codec().sampleRate()).orElse(8000);
    }

    @Override
    public Duration silentFor() {
        boolean listening = agreed.filter(Agreement::farSends).isPresent() && !isHeld();
        return listening ? Duration.ofNanos(Math.max(0, System.nanoTime() - line.lastHeard())) : Duration.ZERO;
    }

    @Override
    public boolean speaks() {
        return line.speaks();
    }

    /** Packets with wrong tags, and replayed ones, that nobody heard. */
    long refused() {
        return line.refused();
    }

    @Override
    public MediaReport report() {
        ReceivedStream came = line.received();
        int mos = agreed.map(a -> CallQuality.mosHundredths(
                        a.codec(), came.received(), came.lost(), came.jitterMicros(), line.roundTripMicros()))
                .orElse(0);
        return new MediaReport(
                codec().orElse(""), came.received(), line.sent().packets(), came.lost(), came.jitterMicros(), mos);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            order.incrementAndGet();
            wanted = Optional.empty();
            post(line::close);
            if (line.refused() > 0) {
                LOG.log(Level.INFO, "{0} packets of a leg were not genuine and were dropped", line.refused());
            }
            whenClosed.run();
        }
    }

    /** Two legs are to hear each other; what was to be played to them ends. */
    static void join(LegAudio one, LegAudio other) {
        for (LegAudio leg : List.of(one, other)) {
            leg.stop();
            leg.room = Optional.empty();
        }
        one.wanted = Optional.of(other);
        other.wanted = Optional.of(one);
        other.post(() -> other.follow(one));
    }

    static void part(LegAudio one, LegAudio other) {
        if (one.wants(other)) {
            one.wanted = Optional.empty();
        }
        if (other.wants(one)) {
            other.wanted = Optional.empty();
        }
        one.post(() -> {
            if (one.line.isJoinedWith(other.line)) {
                one.line.unlink();
            }
        });
    }

    private boolean wants(LegAudio other) {
        return wanted.filter(other::equals).isPresent();
    }

    /** On this leg's loop: comes to the other's loop, where both can be linked. */
    private void follow(LegAudio other) {
        if (closed.get() || other.closed.get() || !wants(other) || !other.wants(this)) {
            return;
        }
        MediaLoop home = other.place.loop();
        if (home == place.loop()) {
            line.link(other.line);
            return;
        }
        place.move(line, home);
        post(() -> follow(other));
    }

    /** Is to be in a conference and nowhere else. */
    void enter(Room conference, Media.Heard heard) {
        stop();
        wanted = Optional.empty();
        room = Optional.of(conference);
        post(() -> sit(conference, heard));
    }

    void leaveRoom() {
        room = Optional.empty();
        post(line::stand);
    }

    private void sit(Room conference, Media.Heard heard) {
        if (closed.get() || room.filter(conference::equals).isEmpty()) {
            return;
        }
        if (place.loop() != conference.loop()) {
            place.move(line, conference.loop());
            post(() -> sit(conference, heard));
        } else {
            line.sit(conference, heard);
        }
    }

    /** Runs a task on the loop where the leg is then. */
    void post(Runnable task) {
        place.post(task);
    }
}
