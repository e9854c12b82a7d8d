package ro.clickphone.pbx.callflow;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.resource.ResourceException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import ro.clickphone.engine.api.BlockedSource;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallSnapshot;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.EngineFigures;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.SipEngineConnection;
import ro.clickphone.engine.api.SipEngineConnectionFactory;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Summons;
import ro.clickphone.engine.api.TalkRecording;
import ro.clickphone.engine.api.TracedCall;
import ro.clickphone.engine.api.TracedMessage;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.engine.api.TrunkProbe;
import ro.clickphone.engine.api.TrunkState;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.charging.LimitMoved;
import ro.clickphone.pbx.kernel.CredentialChanged;
import ro.clickphone.pbx.number.TrunksChanged;

/** The business's line to the engine: each command returns at once, and is given only when what it follows is committed. */
@ApplicationScoped
public class EngineLine {
    @Resource(lookup = "java:app/pbx/SipEngine")
    private SipEngineConnectionFactory engine;

    @Inject
    private Audit audit;

    /** The application can answer: the SIP ports open. */
    public void open() {
        command(SipEngineConnection::open);
    }

    /** Whether phones reach us: false for a moment after {@link #open}, and when a SIP port could not be opened. */
    public boolean isOpen() {
        try (SipEngineConnection line = engine.getConnection()) {
            return line.isOpen();
        } catch (ResourceException e) {
            return false;
        }
    }

    public void redirect(CallId call, CallStep step) {
        command(line -> line.redirect(call, step));
    }

    /** A call that the business begins: its first leg rings. */
    void summon(Summons summons) {
        command(line -> line.summon(summons));
    }

    public void hangUp(CallId call, HangupCause cause) {
        command(line -> line.hangUp(call, cause));
    }

    /** What is said from now on; of no effect while nobody talks. */
    void startRecording(CallId call, TalkRecording recording) {
        command(line -> line.startRecording(call, recording));
    }

    /** Which sound is heard as that prompt now; empty when none is. */
    Optional<String> promptVersion(Prompt prompt) {
        try (SipEngineConnection line = engine.getConnection()) {
            return line.promptVersion(prompt);
        } catch (ResourceException e) {
            throw new IllegalStateException("no line to the engine", e);
        }
    }

    /** What callers hear as that prompt now, as a WAV file. */
    Optional<byte[]> promptSound(Prompt prompt) {
        try (SipEngineConnection line = engine.getConnection()) {
            return line.promptSound(prompt);
        } catch (ResourceException e) {
            throw new IllegalStateException("no line to the engine", e);
        }
    }

    /** The lamp of messages waiting on the phones of an extension. */
    void messagesWaiting(SipIdentity who, int fresh, int heard) {
        command(line -> line.messagesWaiting(who, fresh, heard));
    }

    /** Calls in progress on this node, of all customers. */
    public List<CallSnapshot> calls() {
        try (SipEngineConnection line = engine.getConnection()) {
            return line.calls();
        } catch (ResourceException e) {
            throw new IllegalStateException("no line to the engine", e);
        }
    }

    /** Sources that the SIP door refuses, now. */
    @Guarded(Need.OPERATE)
    public List<BlockedSource> blockedSources() {
        try (SipEngineConnection line = engine.getConnection()) {
            return line.blockedSources();
        } catch (ResourceException e) {
            throw new IllegalStateException("no line to the engine", e);
        }
    }

    /** Calls whose SIP messages this node remembers, the newest first. */
    @Guarded(Need.OPERATE)
    public List<TracedCall> tracedCalls() {
        try (SipEngineConnection line = engine.getConnection()) {
            return line.tracedCalls();
        } catch (ResourceException e) {
            throw new IllegalStateException("no line to the engine", e);
        }
    }

    /** The SIP messages of a call, without its secrets; none when this node does not remember it. */
    @Guarded(Need.OPERATE)
    public List<TracedMessage> trace(CallId call) {
        audit.record(Act.of("call.traced", call.toString()));
        try (SipEngineConnection line = engine.getConnection()) {
            return line.trace(call);
        } catch (ResourceException e) {
            throw new IllegalStateException("no line to the engine", e);
        }
    }

    /** The carriers' links, as this node sees them. */
    @Guarded(Need.OPERATE)
    public List<TrunkState> trunkStates() {
        try (SipEngineConnection line = engine.getConnection()) {
            return line.trunkStates();
        } catch (ResourceException e) {
            throw new IllegalStateException("no line to the engine", e);
        }
    }

    /** What the machines of a trunk answer when they are asked now. */
    @Guarded(Need.OPERATE)
    public List<TrunkProbe> probe(TrunkId trunk) {
        try (SipEngineConnection line = engine.getConnection()) {
            return line.probe(trunk);
        } catch (ResourceException e) {
            throw new IllegalStateException("no line to the engine", e);
        }
    }

    /** How much of everything the engine holds now; for gauges. */
    public EngineFigures figures() {
        try (SipEngineConnection line = engine.getConnection()) {
            return line.figures();
        } catch (ResourceException e) {
            throw new IllegalStateException("no line to the engine", e);
        }
    }

    /** Lets a source in again; an unknown address is ignored. */
    @Guarded(Need.OPERATE)
    public void release(String address) {
        audit.record(Act.of("security.released", address));
        command(line -> line.release(address));
    }

    void limitMoved(@Observes LimitMoved event) {
        command(line -> line.limitTalk(event.call(), event.limit()));
    }

    void credentialChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) CredentialChanged event) {
        command(line -> line.credentialChanged(event.who()));
    }

    void trunksChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) TrunksChanged event) {
        command(SipEngineConnection::trunksChanged);
    }

    private void command(Consumer<SipEngineConnection> order) {
        try (SipEngineConnection line = engine.getConnection()) {
            order.accept(line);
        } catch (ResourceException e) {
            throw new IllegalStateException("no line to the engine", e);
        }
    }
}
