package ro.clickphone.rar;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import ro.clickphone.engine.SipEngine;
import ro.clickphone.engine.api.BlockedSource;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallSnapshot;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.EngineFigures;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.SipEngineConnection;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.Summons;
import ro.clickphone.engine.api.TalkRecording;
import ro.clickphone.engine.api.TracedCall;
import ro.clickphone.engine.api.TracedMessage;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.engine.api.TrunkProbe;
import ro.clickphone.engine.api.TrunkState;

/** The business's hold on the engine between {@code getConnection} and {@code close}. */
final class SipEngineHandle implements SipEngineConnection {
    private volatile SipEngineManagedConnection connection;
    private volatile boolean closed;

    SipEngineHandle(SipEngineManagedConnection connection) {
        this.connection = connection;
    }

    void moveTo(SipEngineManagedConnection other) {
        connection = other;
    }

    @Override
    public void open() {
        exchange().ifPresent(Exchange::open);
    }

    @Override
    public boolean isOpen() {
        return exchange().map(Exchange::isOpen).orElse(false);
    }

    @Override
    public void redirect(CallId call, CallStep step) {
        command(engine -> engine.redirect(call, step));
    }

    @Override
    public void hangUp(CallId call, HangupCause cause) {
        command(engine -> engine.hangUp(call, cause));
    }

    @Override
    public void summon(Summons summons) {
        command(engine -> engine.summon(summons));
    }

    @Override
    public void credentialChanged(SipIdentity who) {
        command(engine -> engine.credentialChanged(who));
    }

    @Override
    public void trunksChanged() {
        command(SipEngine::trunksChanged);
    }

    @Override
    public void limitTalk(CallId call, Step.TalkLimit limit) {
        command(engine -> engine.limitTalk(call, limit));
    }

    @Override
    public void startRecording(CallId call, TalkRecording recording) {
        command(engine -> engine.startRecording(call, recording));
    }

    @Override
    public void stopRecording(CallId call) {
        command(engine -> engine.stopRecording(call));
    }

    @Override
    public void messagesWaiting(SipIdentity who, int fresh, int heard) {
        command(engine -> engine.messagesWaiting(who, fresh, heard));
    }

    @Override
    public Optional<String> promptVersion(Prompt prompt) {
        return engine().flatMap(engine -> engine.promptVersion(prompt));
    }

    @Override
    public Optional<byte[]> promptSound(Prompt prompt) {
        return engine().flatMap(engine -> engine.promptSound(prompt));
    }

    @Override
    public List<BlockedSource> blockedSources() {
        return engine().map(SipEngine::blockedSources).orElse(List.of());
    }

    @Override
    public void release(String address) {
        command(engine -> engine.release(address));
    }

    @Override
    public List<CallSnapshot> calls() {
        return engine().map(SipEngine::calls).orElse(List.of());
    }

    @Override
    public List<TracedCall> tracedCalls() {
        return engine().map(SipEngine::tracedCalls).orElse(List.of());
    }

    @Override
    public List<TracedMessage> trace(CallId call) {
        return engine().map(engine -> engine.trace(call)).orElse(List.of());
    }

    @Override
    public List<TrunkState> trunkStates() {
        return engine().map(SipEngine::trunkStates).orElse(List.of());
    }

    @Override
    public List<TrunkProbe> probe(TrunkId trunk) {
        return engine().map(engine -> engine.probe(trunk)).orElse(List.of());
    }

    @Override
    public EngineFigures figures() {
        return engine().map(SipEngine::figures).orElse(EngineFigures.NOTHING);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            connection.closed(this);
        }
    }

    /** Before the SIP ports are open there is no call, and nothing known that could be out of date. */
    private void command(Consumer<SipEngine> order) {
        engine().ifPresent(order);
    }

    private Optional<SipEngine> engine() {
        return exchange().flatMap(Exchange::engine);
    }

    private Optional<Exchange> exchange() {
        if (closed) {
            throw new IllegalStateException("the connection to the engine is closed");
        }
        return connection.exchange();
    }
}
