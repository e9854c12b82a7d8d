package ro.clickphone.rar;

import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.BlockedSource;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallSnapshot;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.engine.api.SipEngineConnection;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Step;

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
    public void redirect(CallId call, CallStep step) {}

    @Override
    public void hangUp(CallId call, HangupCause cause) {}

    @Override
    public void credentialChanged(SipIdentity who) {}

    @Override
    public void trunksChanged() {}

    @Override
    public void limitTalk(CallId call, Step.TalkLimit limit) {}

    @Override
    public void startRecording(CallId call, RecordingName name) {}

    @Override
    public void stopRecording(CallId call) {}

    @Override
    public void messagesWaiting(SipIdentity who, int fresh, int heard) {}

    @Override
    public List<BlockedSource> blockedSources() {
        return List.of();
    }

    @Override
    public void release(String address) {}

    @Override
    public List<CallSnapshot> calls() {
        return List.of();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            connection.closed(this);
        }
    }

    private Optional<Exchange> exchange() {
        if (closed) {
            throw new IllegalStateException("the connection to the engine is closed");
        }
        return connection.exchange();
    }
}
