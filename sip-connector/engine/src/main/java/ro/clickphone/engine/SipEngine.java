package ro.clickphone.engine;

import java.time.Duration;
import java.util.List;
import ro.clickphone.engine.api.BlockedSource;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallSnapshot;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Step;

/** The running engine. Its commands return at once; see {@link ro.clickphone.engine.api.SipEngineConnection}. */
public interface SipEngine extends AutoCloseable {

    void redirect(CallId call, CallStep step);

    void hangUp(CallId call, HangupCause cause);

    void credentialChanged(SipIdentity who);

    void trunksChanged();

    void limitTalk(CallId call, Step.TalkLimit limit);

    void startRecording(CallId call, RecordingName name);

    void stopRecording(CallId call);

    void messagesWaiting(SipIdentity who, int fresh, int heard);

    List<BlockedSource> blockedSources();

    void release(String address);

    List<CallSnapshot> calls();

    /** Takes no new calls, and waits at most so long for the running ones to end; then hangs up what is left. */
    void drain(Duration patience);

    /** Drains briefly, closes all ports and ends all threads. */
    @Override
    void close();
}
