package ro.clickphone.engine.api;

import java.util.List;
import java.util.Optional;

/** The business's commands to the engine. Each returns at once; what it causes is told through the listener. */
public interface SipEngineConnection extends AutoCloseable {
    /** The application can answer now: trunks and bindings are asked for, then the SIP ports open. Idempotent. */
    void open();

    /** Whether the SIP ports are open now; it takes a moment after {@link #open}. */
    boolean isOpen();

    /**
     * Replaces the running verb of a call: the queue found an agent. The replaced verb ends without an outcome. While a
     * decision is awaited the order waits for it, and replaces what was decided; so a caller who is offered to an agent in
     * the very moment of entering the queue is not forgotten. A call that is gone is
     * ignored.
     */
    void redirect(CallId call, CallStep step);

    /**
     * Begins a call: its first leg rings. Whoever answers has dialled: the listener is asked as for any other call, but the
     * caller is answered already. When nobody answers, or the SIP ports take no calls, nothing is dialled.
     */
    void summon(Summons summons);

    void hangUp(CallId call, HangupCause cause);

    /** The credential was changed or deleted: it is asked for anew at the next challenge, and its bindings are dropped. */
    void credentialChanged(SipIdentity who);

    /** The trunks are asked for anew. */
    void trunksChanged();

    /**
     * Moves the end of the talk in progress, or of the talk that the running {@link Step.Dial} leads to: {@code limit}
     * counts from when caller and called first heard each other. A limit that is over ends the talk at once.
     */
    void limitTalk(CallId call, Step.TalkLimit limit);

    /**
     * Records what caller and called say to each other (left and right), from when both have heard the words of the
     * recording to their end, until the talk ends or it is stopped.
     */
    void startRecording(CallId call, TalkRecording recording);

    void stopRecording(CallId call);

    /** Which sound is heard as that prompt now: the same for the same sound; empty when there is none. Reads the disk. */
    Optional<String> promptVersion(Prompt prompt);

    /** The sound that is heard as that prompt now, as a WAV file; empty when there is none. Reads the disk. */
    Optional<byte[]> promptSound(Prompt prompt);

    /** The lamp of messages waiting (RFC 3842) on the phones of an extension. */
    void messagesWaiting(SipIdentity who, int fresh, int heard);

    /** Sources that the SIP door refuses, now. */
    List<BlockedSource> blockedSources();

    /** Lets a source in again, and forgets what it did. An unknown address is ignored. */
    void release(String address);

    /** Calls in progress, now. */
    List<CallSnapshot> calls();

    /** Calls whose SIP messages this node remembers, the newest first, at most 500. */
    List<TracedCall> tracedCalls();

    /** The SIP messages of a call in their order, without its secrets; none when it is not remembered. */
    List<TracedMessage> trace(CallId call);

    /** The carriers' links, as this node sees them; empty while the SIP ports are closed. */
    List<TrunkState> trunkStates();

    /**
     * Asks each machine of a trunk by OPTIONS, now, and waits at most some seconds for its answer; nothing of a trunk
     * that this node does not know.
     */
    List<TrunkProbe> probe(TrunkId trunk);

    /** How much of everything there is, now; nothing while the SIP ports are closed. */
    EngineFigures figures();

    @Override
    void close();
}
