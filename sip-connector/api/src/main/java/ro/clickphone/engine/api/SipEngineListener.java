package ro.clickphone.engine.api;

import java.util.List;
import java.util.Optional;

/**
 * What the engine asks of, and tells, the business. Implemented by one message-driven bean. Every method may throw
 * {@link DecisionUnavailableException} or any other runtime exception; the engine survives each of them.
 */
public interface SipEngineListener {
    /** ASK, cached by the engine until {@link SipEngineConnection#credentialChanged}. Empty when there is no such user. */
    Optional<DigestCredential> credentialOf(SipIdentity who);

    /** ASK at start and after {@link SipEngineConnection#trunksChanged}. */
    List<TrunkConfig> trunks();

    /** ASK at start: the stored bindings that have not expired. */
    List<Binding> bindings();

    /** TELL, transacted, in batches, repeated until it returns; the same batch may come twice. */
    void bindingsChanged(List<BindingChange> changes);

    /** ASK: the caller is authenticated, or a known trunk. */
    CallStep callArrived(IncomingCall call);

    /** ASK: the verb has ended, what now? */
    CallStep stepEnded(CallId call, FlowState state, StepOutcome outcome);

    /** ASK: a party hands the other one on; what now for the one who remains? A Reject leaves all as it is. */
    CallStep transferred(CallId call, FlowState state, Transfer transfer);

    /**
     * ASK, cached by the engine until {@link SipEngineConnection#credentialChanged}: whether an extension may register
     * and call from an address (manual, item 160). Asked after the password was right.
     */
    boolean admits(SipIdentity who, String address);

    /** ASK: whom an extension means by a number of its own exchange, to watch it or to send it a message. */
    Optional<SipIdentity> neighbour(SipIdentity who, String dialled);

    /** TELL, best effort: what the operator should know of the SIP door. */
    void securityEvent(SecurityEvent event);

    /** TELL, best effort, in the order in which it happened: panels, queue. */
    void legsChanged(List<LegEvent> events);

    /** TELL, transacted, in batches, repeated until it returns; idempotent by call id. */
    void callsEnded(List<CallRecord> records);
}
