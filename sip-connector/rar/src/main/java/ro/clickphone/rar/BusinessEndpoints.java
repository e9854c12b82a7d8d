package ro.clickphone.rar;

import jakarta.ejb.EJBException;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import ro.clickphone.engine.api.Binding;
import ro.clickphone.engine.api.BindingChange;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.DecisionUnavailableException;
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

/**
 * The business as the engine sees it: each ask passes the gate, borrows an endpoint of the message-driven bean and gives
 * it back. An endpoint serves one thread at a time, so there are never more of them than permits.
 */
final class BusinessEndpoints implements SipEngineListener, AutoCloseable {
    private final MessageEndpointFactory factory;
    private final Gate gate;
    private final Queue<MessageEndpoint> idle = new ConcurrentLinkedQueue<>();

    BusinessEndpoints(MessageEndpointFactory factory, Gate gate) {
        this.factory = factory;
        this.gate = gate;
    }

    /** Waits until the application is deployed: the container holds back endpoints until then. */
    void awaitDeployment() throws UnavailableException {
        idle.add(factory.createEndpoint(null));
    }

    @Override
    public Optional<DigestCredential> credentialOf(SipIdentity who) {
        return ask(business -> business.credentialOf(who));
    }

    @Override
    public List<TrunkConfig> trunks() {
        return ask(SipEngineListener::trunks);
    }

    @Override
    public List<Binding> bindings() {
        return ask(SipEngineListener::bindings);
    }

    @Override
    public void bindingsChanged(List<BindingChange> changes) {
        tell(business -> business.bindingsChanged(changes));
    }

    @Override
    public CallStep callArrived(IncomingCall call) {
        return ask(business -> business.callArrived(call));
    }

    @Override
    public CallStep stepEnded(CallId call, FlowState state, StepOutcome outcome) {
        return ask(business -> business.stepEnded(call, state, outcome));
    }

    @Override
    public CallStep transferred(CallId call, FlowState state, Transfer transfer) {
        return ask(business -> business.transferred(call, state, transfer));
    }

    @Override
    public boolean admits(SipIdentity who, String address) {
        return ask(business -> business.admits(who, address));
    }

    @Override
    public Optional<SipIdentity> neighbour(SipIdentity who, String dialled) {
        return ask(business -> business.neighbour(who, dialled));
    }

    @Override
    public void securityEvent(SecurityEvent event) {
        tell(business -> business.securityEvent(event));
    }

    @Override
    public void legsChanged(List<LegEvent> events) {
        tell(business -> business.legsChanged(events));
    }

    @Override
    public void callsEnded(List<CallRecord> records) {
        tell(business -> business.callsEnded(records));
    }

    /** Gives all endpoints back to the container. No ask may be under way any more. */
    @Override
    public void close() {
        for (MessageEndpoint endpoint = idle.poll(); endpoint != null; endpoint = idle.poll()) {
            endpoint.release();
        }
    }

    private void tell(Consumer<SipEngineListener> news) {
        ask(business -> {
            news.accept(business);
            return Optional.empty();
        });
    }

    private <T> T ask(Function<SipEngineListener, T> question) {
        try (Gate.Pass pass = gate.enter()) {
            MessageEndpoint endpoint = borrow();
            try {
                return question.apply((SipEngineListener) endpoint);
            } catch (EJBException e) {
                throw unavailable(e);
            } finally {
                idle.add(endpoint);
            }
        }
    }

    private MessageEndpoint borrow() {
        MessageEndpoint endpoint = idle.poll();
        if (endpoint != null) {
            return endpoint;
        }
        try {
            return factory.createEndpoint(null);
        } catch (UnavailableException e) {
            throw new DecisionUnavailableException("the application gives no endpoint", e);
        }
    }

    /** The bean's own exception, which the container has wrapped. */
    private static DecisionUnavailableException unavailable(EJBException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof DecisionUnavailableException unavailable) {
            return unavailable;
        }
        return new DecisionUnavailableException("the business failed: " + cause, cause);
    }
}
