package ro.clickphone.engine.call;

import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.BindingChange;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.SecurityEvent;
import ro.clickphone.engine.api.SipEngineListener;

/** News for the business, as it happens. The host orders, batches and repeats it; nothing here waits. */
public final class Tells {
    private static final Logger LOG = Logger.getLogger(Tells.class.getName());

    private final SipEngineListener business;

    public Tells(SipEngineListener business) {
        this.business = business;
    }

    public void leg(LegEvent event) {
        tell(listener -> listener.legsChanged(List.of(event)));
    }

    public void security(SecurityEvent event) {
        tell(listener -> listener.securityEvent(event));
    }

    public void binding(BindingChange change) {
        tell(listener -> listener.bindingsChanged(List.of(change)));
    }

    private void tell(Consumer<SipEngineListener> news) {
        try {
            news.accept(business);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The host did not take news", e);
        }
    }
}
