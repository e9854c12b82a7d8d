package ro.clickphone.engine.call;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.MediaReport;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.RecordingSeal;
import ro.clickphone.engine.media.LegMedia;
import ro.clickphone.engine.media.Media;
import ro.clickphone.engine.media.MediaEvents;
import ro.clickphone.engine.media.MediaTerms;

/** Audio without sound: it knows who hears whom, and what each is played. A description is one word. */
final class FakeAudio implements Media {
    static final String UNUSABLE = "unusable";
    static final String HOLD = "hold";

    private final Map<String, Set<LegMedia>> rooms = new HashMap<>();
    int portsLeft = Integer.MAX_VALUE;

    @Override
    public Ear open(CallId call, MediaTerms terms, MediaEvents events) {
        if (portsLeft-- <= 0) {
            throw new NoPortsException("none left");
        }
        return new Ear(events);
    }

    @Override
    public void join(LegMedia one, LegMedia other) {
        ((Ear) one).partWithAll();
        ((Ear) other).partWithAll();
        ((Ear) one).hears = Optional.of((Ear) other);
        ((Ear) other).hears = Optional.of((Ear) one);
        one.stop();
        other.stop();
    }

    @Override
    public void part(LegMedia one, LegMedia other) {
        if (((Ear) one).hears.filter(other::equals).isPresent()) {
            ((Ear) one).partWithAll();
        }
    }

    @Override
    public void enter(String room, LegMedia leg, Heard heard) {
        rooms.computeIfAbsent(room, name -> new HashSet<>()).add(leg);
        ((Ear) leg).muted = heard == Heard.NO;
    }

    @Override
    public void leave(String room, LegMedia leg) {
        rooms.getOrDefault(room, new HashSet<>()).remove(leg);
    }

    @Override
    public int inRoom(String room) {
        return rooms.getOrDefault(room, Set.of()).size();
    }

    @Override
    public Optional<byte[]> wav(Prompt prompt) {
        return Optional.empty();
    }

    @Override
    public Optional<String> version(Prompt prompt) {
        return Optional.empty();
    }

    @Override
    public void close() {
        rooms.clear();
    }

    /** One leg's. */
    static final class Ear implements LegMedia {
        @Override
        public boolean speaks() {
            return false;
        }

        final MediaEvents events;
        Optional<Ear> hears = Optional.empty();
        String played = "";
        String recorded = "";
        String keys = "";
        boolean resting;
        Duration length = Duration.ZERO;
        CompletableFuture<Void> written = CompletableFuture.completedFuture(null);
        Duration silent = Duration.ZERO;
        boolean warned;
        List<Prompt> over = List.of();
        Runnable afterWords = () -> {};
        boolean encrypted;
        boolean muted;
        Optional<String> fax = Optional.empty();
        boolean held;
        boolean agreed;
        boolean closed;

        Ear(MediaEvents events) {
            this.events = events;
        }

        void partWithAll() {
            hears.ifPresent(other -> other.hears = Optional.empty());
            hears = Optional.empty();
        }

        @Override
        public String offer(List<String> first) {
            return "offer";
        }

        @Override
        public void accept(String answer) throws UnusableSdpException {
            take(answer);
        }

        @Override
        public String answer(String offer, List<String> first) throws UnusableSdpException {
            take(offer);
            return "answer";
        }

        private void take(String description) throws UnusableSdpException {
            if (description.equals(UNUSABLE)) {
                throw new UnusableSdpException("no codec in common");
            }
            agreed = true;
            fax = Optional.empty();
            held = description.equals(HOLD);
        }

        @Override
        public boolean mayFax() {
            return agreed && !encrypted;
        }

        @Override
        public boolean isFax() {
            return fax.isPresent();
        }

        @Override
        public String offerFax(String like) {
            return like;
        }

        @Override
        public void acceptFax(String answer) throws UnusableSdpException {
            if (!LegMedia.wantsFax(answer)) {
                throw new UnusableSdpException("no fax");
            }
            fax = Optional.of(answer);
        }

        @Override
        public String answerFax(String offer, String like) {
            fax = Optional.of(offer);
            return like;
        }

        @Override
        public String answerFax(String offer) {
            fax = Optional.of(offer);
            return "the same fax";
        }

        @Override
        public String describedAgain() {
            return "the same fax";
        }

        @Override
        public void signalledFrom(InetAddress address) {}

        @Override
        public List<String> farCodecs() {
            return agreed ? List.of("PCMA") : List.of();
        }

        @Override
        public Optional<String> codec() {
            return agreed ? Optional.of("PCMA") : Optional.empty();
        }

        @Override
        public boolean isHeld() {
            return held;
        }

        @Override
        public void play(List<Prompt> prompts) {
            played = "once " + prompts;
        }

        @Override
        public void repeat(Prompt prompt) {
            played = "again and again " + prompt;
        }

        @Override
        public void tone(Tone tone) {
            played = tone.name();
        }

        @Override
        public void stop() {
            played = "";
        }

        @Override
        public void over(List<Prompt> words, Runnable then) {
            over = words;
            afterWords = then;
        }

        @Override
        public void warn() {
            warned = true;
        }

        @Override
        public void echo() {
            played = "itself";
        }

        @Override
        public void keyInMessage(char key) {
            hears.ifPresent(other -> other.keys += key);
        }

        @Override
        public void record(Path file, RecordingSeal seal, Duration atMost, Optional<Duration> silence) {
            recorded = file.getFileName().toString();
        }

        @Override
        public CompletableFuture<Duration> stopRecording() {
            recorded = "";
            return written.thenApply(whole -> length);
        }

        @Override
        public void recordTalk(Path file, RecordingSeal seal) {
            recorded = file.getFileName().toString();
        }

        @Override
        public void stopRecordingTalk() {
            recorded = "";
        }

        @Override
        public void restRecordingTalk() {
            resting = true;
        }

        @Override
        public void resumeRecordingTalk() {
            resting = false;
        }

        @Override
        public Duration silentFor() {
            return silent;
        }

        @Override
        public MediaReport report() {
            return MediaReport.NONE;
        }

        @Override
        public void close() {
            closed = true;
            partWithAll();
        }
    }
}
