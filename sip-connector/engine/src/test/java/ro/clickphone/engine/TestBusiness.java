package ro.clickphone.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
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
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.Transfer;
import ro.clickphone.engine.api.TrunkConfig;

/** A business made of two functions; every user of account 53630 has the password {@code secret}. */
public final class TestBusiness implements SipEngineListener {
    public final List<TrunkConfig> trunks = new CopyOnWriteArrayList<>();
    public final List<Binding> stored = new CopyOnWriteArrayList<>();
    public final List<BindingChange> bindingChanges = new CopyOnWriteArrayList<>();
    public final List<LegEvent> legEvents = new CopyOnWriteArrayList<>();
    public final List<SecurityEvent> securityEvents = new CopyOnWriteArrayList<>();
    public final List<IncomingCall> arrivals = new CopyOnWriteArrayList<>();
    public final List<StepOutcome> outcomes = new CopyOnWriteArrayList<>();
    public final List<Transfer> transfers = new CopyOnWriteArrayList<>();
    public volatile Function<Transfer, CallStep> onTransfer =
            transfer -> new CallStep(Step.Reject.with(403), FlowState.NONE);
    public volatile DigestCredential.Srtp srtp = DigestCredential.Srtp.OFF;
    private final Function<IncomingCall, CallStep> arrived;
    private final Function<StepOutcome, CallStep> ended;

    public TestBusiness(Function<IncomingCall, CallStep> arrived, Function<StepOutcome, CallStep> ended) {
        this.arrived = arrived;
        this.ended = ended;
    }

    @Override
    public Optional<DigestCredential> credentialOf(SipIdentity who) {
        if (!who.user().startsWith("53630-")) {
            return Optional.empty();
        }
        String text = who.user() + ":pbx.clickphone.ro:secret";
        return Optional.of(
                new DigestCredential(who, "pbx.clickphone.ro", hash("MD5", text), hash("SHA-256", text), srtp));
    }

    private static String hash(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<TrunkConfig> trunks() {
        return trunks;
    }

    @Override
    public List<Binding> bindings() {
        return stored;
    }

    @Override
    public void bindingsChanged(List<BindingChange> changes) {
        bindingChanges.addAll(changes);
    }

    @Override
    public CallStep callArrived(IncomingCall call) {
        arrivals.add(call);
        return arrived.apply(call);
    }

    @Override
    public CallStep stepEnded(CallId call, FlowState state, StepOutcome outcome) {
        outcomes.add(outcome);
        return ended.apply(outcome);
    }

    @Override
    public CallStep transferred(CallId call, FlowState state, Transfer transfer) {
        transfers.add(transfer);
        return onTransfer.apply(transfer);
    }

    @Override
    public boolean admits(SipIdentity who, String address) {
        return true;
    }

    @Override
    public Optional<SipIdentity> neighbour(SipIdentity who, String dialled) {
        return dialled.matches("\\d{3}")
                ? Optional.of(new SipIdentity("53630-" + dialled, who.domain()))
                : Optional.empty();
    }

    @Override
    public void securityEvent(SecurityEvent event) {
        securityEvents.add(event);
    }

    @Override
    public void legsChanged(List<LegEvent> events) {
        legEvents.addAll(events);
    }

    @Override
    public void callsEnded(List<CallRecord> records) {
        throw new IllegalStateException("records go to the consumer");
    }
}
