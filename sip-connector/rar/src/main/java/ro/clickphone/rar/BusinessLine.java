package ro.clickphone.rar;

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

/** What the running engine holds of the business: asks go straight through, what is told takes its own way. */
record BusinessLine(SipEngineListener business, BindingJournal journal, News news, Spool spool)
        implements SipEngineListener {
    @Override
    public Optional<DigestCredential> credentialOf(SipIdentity who) {
        return business.credentialOf(who);
    }

    @Override
    public List<TrunkConfig> trunks() {
        return business.trunks();
    }

    @Override
    public List<Binding> bindings() {
        return business.bindings();
    }

    @Override
    public void bindingsChanged(List<BindingChange> changes) {
        journal.changed(changes);
    }

    @Override
    public CallStep callArrived(IncomingCall call) {
        return business.callArrived(call);
    }

    @Override
    public CallStep stepEnded(CallId call, FlowState state, StepOutcome outcome) {
        return business.stepEnded(call, state, outcome);
    }

    @Override
    public CallStep transferred(CallId call, FlowState state, Transfer transfer) {
        return business.transferred(call, state, transfer);
    }

    @Override
    public boolean admits(SipIdentity who, String address) {
        return business.admits(who, address);
    }

    @Override
    public Optional<SipIdentity> neighbour(SipIdentity who, String dialled) {
        return business.neighbour(who, dialled);
    }

    @Override
    public void securityEvent(SecurityEvent event) {
        news.security(event);
    }

    @Override
    public void legsChanged(List<LegEvent> events) {
        events.forEach(news::leg);
    }

    @Override
    public void callsEnded(List<CallRecord> records) {
        records.forEach(spool::ended);
    }
}
