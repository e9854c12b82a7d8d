package ro.clickphone.engine.media;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ro.clickphone.engine.api.MediaReport;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.RecordingSeal;
import ro.clickphone.engine.media.Media.UnusableSdpException;
import ro.clickphone.engine.sdp.FaxLine;

/** One leg's audio: what was agreed, what it hears, what it says. See {@link Media} for the threads. */
public interface LegMedia {
    /**
     * Our offer, or our offer anew with a higher version (session timer's re-INVITE, late offer).
     *
     * @param first codecs to list first, names as in SDP: those of the leg that it is to be joined with
     */
    String offer(List<String> first);

    /** The far end's answer to our last offer. */
    void accept(String answer) throws UnusableSdpException;

    /**
     * Takes an offer, first or later (hold, resume, new address, new codec), and gives our answer. An offer that cannot be
     * used leaves what was agreed before as it was.
     *
     * @param first codecs to choose before all others: what the leg that it is joined with speaks
     */
    String answer(String offer, List<String> first) throws UnusableSdpException;

    /** Whether an offer wants fax (T.38) in place of audio. */
    static boolean wantsFax(String offer) {
        return FaxLine.of(offer).isPresent();
    }

    /** Whether fax may take the audio's place: it is not encrypted, so only where the audio was not. */
    boolean mayFax();

    /** Whether it has taken its place; an agreement on audio ends it. */
    boolean isFax();

    /** Our offer of fax. @param like what the far end of the other leg offered */
    String offerFax(String like) throws UnusableSdpException;

    /** The far end's answer to it. From now on its packets are passed on as they are. */
    void acceptFax(String answer) throws UnusableSdpException;

    /** Takes an offer of fax. @param like what the far end of the other leg answered */
    String answerFax(String offer, String like) throws UnusableSdpException;

    /** Takes another offer of fax while there is fax. */
    String answerFax(String offer) throws UnusableSdpException;

    /** Our last description again. */
    String describedAgain();

    /**
     * Where the leg's signalling comes from. A phone behind a NAT names an address in its SDP that nothing comes from:
     * then its audio is taken from here, or from the named one, and from nowhere else.
     */
    void signalledFrom(InetAddress address);

    /** Codecs of the far end's last description, in its order; empty before one came. */
    List<String> farCodecs();

    /** The codec in use; empty before it is agreed. */
    Optional<String> codec();

    /** Whether the far end asked us to be silent (hold: sendonly, inactive, 0.0.0.0). */
    boolean isHeld();

    /** Plays the prompts once, one after another, then {@link MediaEvents#played}. Replaces what is being played. */
    void play(List<Prompt> prompts);

    /** Plays a prompt again and again. Replaces what is being played. */
    void repeat(Prompt prompt);

    /** A tone of the Romanian plan, until something else is played. */
    void tone(Tone tone);

    /** Silence; {@link MediaEvents#played} is not told. */
    void stop();

    /** A short tone over whatever is heard: the talk is about to be ended. */
    void warn();

    /** The far end hears itself until something else is played. */
    void echo();

    /**
     * A key that the far end told of in a message (INFO): whoever it talks with gets it as one that was heard, by RFC 4733
     * or in band.
     */
    void keyInMessage(char key);

    /**
     * Records what the far end says, sealed, until {@link #stopRecording} or its own end, which is told by
     * {@link MediaEvents#recorded}. A crash leaves whole what was said until a second before.
     */
    void record(Path file, RecordingSeal seal, Duration atMost, Optional<Duration> silence);

    /**
     * @return the length of what was recorded, zero when nothing was: when the file is whole, or the disk too slow; what
     *     depends on it runs on any thread and may only post
     */
    CompletableFuture<Duration> stopRecording();

    /**
     * Words over whatever is heard, which goes on unheard meanwhile. While nothing reaches the far end (hold) they wait.
     *
     * @param then when they were heard to their end; never when they were not: on a media thread, only to be posted on
     */
    void over(List<Prompt> words, Runnable then);

    /** Records the talk of this leg (left) with the one that it is joined with (right); nothing of it lies in clear. */
    void recordTalk(Path file, RecordingSeal seal);

    void stopRecordingTalk();

    /** Nothing is recorded of the talk until {@link #resumeRecordingTalk}; its recording goes on without the gap. */
    void restRecordingTalk();

    void resumeRecordingTalk();

    /** How long nothing authentic was received; zero while the far end may be silent (hold, nothing agreed). */
    Duration silentFor();

    /** Whether its voice is what others in its conference hear, now. */
    boolean speaks();

    MediaReport report();

    /** Frees its ports. Idempotent. */
    void close();

    /** The tones of the Romanian plan (ITU-T E.180 supplement 2). */
    enum Tone {
        RINGBACK,
        BUSY,
        CONGESTION
    }
}
