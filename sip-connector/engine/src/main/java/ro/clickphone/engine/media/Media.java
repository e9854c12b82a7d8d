package ro.clickphone.engine.media;

import java.time.Duration;
import java.util.Optional;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.Prompt;

/**
 * The audio of all calls. A door, because the verbs of a call are tested without sockets. Every method returns at once
 * and may be called from any thread; what happens later is told to the leg's {@link MediaEvents}.
 */
public interface Media extends AutoCloseable {
    /**
     * Audio for a new leg, with its ports. All legs of a call share an event loop.
     *
     * @throws NoPortsException when all ports are in use or resting
     */
    LegMedia open(CallId call, MediaTerms terms, MediaEvents events);

    /** Both hear each other, until {@link #part} or until one is closed; what was played to them ends. */
    void join(LegMedia one, LegMedia other);

    /** They hear nothing of each other any more. Legs that are not joined are left alone. */
    void part(LegMedia one, LegMedia other);

    /** Puts a leg into the conference of that name, which is made by the first and ends with the last. */
    void enter(String room, LegMedia leg, Heard heard);

    /** Takes a leg out of its conference; a leg in none is left alone. */
    void leave(String room, LegMedia leg);

    /** How many are in that conference now. */
    int inRoom(String room);

    /** Which sound is heard as that prompt now: the same for the same samples; empty when there is none. */
    Optional<String> version(Prompt prompt);

    /** The prompt's sound as a file; empty when it has none. Reads the disk. */
    Optional<byte[]> wav(Prompt prompt);

    /** Ends everything that is left. */
    @Override
    void close();

    /** Whether a participant of a conference is heard. */
    enum Heard {
        YES,
        NO
    }

    /** No port for another leg. */
    final class NoPortsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NoPortsException(String message) {
            super(message);
        }
    }

    /** The far end's session description cannot be used: answered by 488, or ends the leg. */
    final class UnusableSdpException extends Exception {
        private static final long serialVersionUID = 1L;

        public UnusableSdpException(String message) {
            super(message);
        }
    }

    /** The longest that a leg may be silent; the calls' sweep asks {@link LegMedia#silentFor}. */
    Duration LONGEST_SILENCE = Duration.ofSeconds(60);
}
