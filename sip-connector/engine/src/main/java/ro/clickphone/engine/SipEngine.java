package ro.clickphone.engine;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import ro.clickphone.engine.api.BlockedSource;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallSnapshot;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.engine.api.SipEngineListener;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Step;

/** The running engine. Its commands return at once; see {@link ro.clickphone.engine.api.SipEngineConnection}. */
public final class SipEngine implements AutoCloseable {
    private SipEngine() {}

    /**
     * Asks for trunks and stored bindings, then opens the SIP ports.
     *
     * @param business is asked and told on threads of {@code asks} only; its {@code callEnded} is never called. Its
     *     {@code bindingsChanged}, {@code legChanged} and {@code securityEvent} return at once and may be called on any
     *     thread, change by change as they happen: the host keeps their order, batches and repeats them (ADR 2)
     * @param asks a container's work threads
     * @param ended gets the record of every call, once, on a thread of the engine that may wait for a disk
     * @throws IOException when a port is taken; the message is a sentence for the operator
     */
    public static SipEngine open(
            EngineConfig config, SipEngineListener business, Executor asks, Consumer<CallRecord> ended, Clock clock)
            throws IOException {
        Objects.requireNonNull(config, "config");
        return new SipEngine();
    }

    public void redirect(CallId call, CallStep step) {}

    public void hangUp(CallId call, HangupCause cause) {}

    public void credentialChanged(SipIdentity who) {}

    public void trunksChanged() {}

    public void limitTalk(CallId call, Step.TalkLimit limit) {}

    public void startRecording(CallId call, RecordingName name) {}

    public void stopRecording(CallId call) {}

    public void messagesWaiting(SipIdentity who, int fresh, int heard) {}

    public List<BlockedSource> blockedSources() {
        return List.of();
    }

    public void release(String address) {}

    public List<CallSnapshot> calls() {
        return List.of();
    }

    /** Takes no new calls, and waits at most so long for the running ones to end; then hangs up what is left. */
    public void drain(Duration patience) {}

    /** Hangs up what is left, closes all ports and ends all threads. */
    @Override
    public void close() {}
}
