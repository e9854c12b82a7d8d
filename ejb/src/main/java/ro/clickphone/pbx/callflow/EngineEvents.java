package ro.clickphone.pbx.callflow;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.Binding;
import ro.clickphone.engine.api.BindingChange;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.DigestCredential;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.SecurityEvent;
import ro.clickphone.engine.api.SipEngineListener;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.Transfer;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.extension.RegistrationService;
import ro.clickphone.pbx.live.LivePresence;
import ro.clickphone.pbx.number.NumberService;
import ro.clickphone.pbx.security.SecurityLog;

/** The switchboard: what the engine asks and tells, each to its service. Asks need no transaction; two tells do. */
@MessageDriven(name = "EngineEvents")
@TransactionAttribute(NOT_SUPPORTED)
public class EngineEvents implements SipEngineListener {
    @Inject
    private ExtensionService extensions;

    @Inject
    private RegistrationService registrations;

    @Inject
    private NumberService numbers;

    @Inject
    private LivePresence presence;

    @Inject
    private CallDesk calls;

    @Inject
    private SecurityLog security;

    @Override
    public Optional<DigestCredential> credentialOf(SipIdentity who) {
        return extensions.credentialOf(who);
    }

    @Override
    public List<TrunkConfig> trunks() {
        return numbers.trunks();
    }

    @Override
    public List<Binding> bindings() {
        return presence.restored(registrations.stored());
    }

    @Override
    @TransactionAttribute(REQUIRED)
    public void bindingsChanged(List<BindingChange> changes) {
        calls.told(changes);
        registrations.store(changes);
    }

    @Override
    public CallStep callArrived(IncomingCall call) {
        return calls.arrived(call);
    }

    @Override
    public CallStep stepEnded(CallId call, FlowState state, StepOutcome outcome) {
        return calls.next(call, state, outcome);
    }

    @Override
    public CallStep transferred(CallId call, FlowState state, Transfer transfer) {
        return calls.transferred(call, state, transfer);
    }

    @Override
    public boolean admits(SipIdentity who, String address) {
        return calls.admits(who, address);
    }

    @Override
    public Optional<SipIdentity> neighbour(SipIdentity who, String dialled) {
        return calls.neighbour(who, dialled);
    }

    @Override
    public void securityEvent(SecurityEvent event) {
        security.told(event);
    }

    @Override
    public void legsChanged(List<LegEvent> events) {
        calls.happened(events);
    }

    @Override
    @TransactionAttribute(REQUIRED)
    public void callsEnded(List<CallRecord> records) {
        calls.ended(records);
    }
}
