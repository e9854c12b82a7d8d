package ro.clickphone.rar;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.transaction.xa.XAResource;

/**
 * The telephone exchange as a resource adapter. It holds at most one {@link Exchange}: from the moment when the
 * application's message-driven bean is deployed until it is undeployed.
 */
@Connector(
        displayName = "ClickPhone SIP connector",
        vendorName = "ClickPhone",
        eisType = "SIP",
        version = "1.0",
        transactionSupport = TransactionSupportLevel.NoTransaction)
public class SipConnector implements ResourceAdapter {
    private static final Logger LOG = Logger.getLogger(SipConnector.class.getName());

    private final AtomicReference<Exchange> exchange = new AtomicReference<>();
    private WorkExecutor work;

    @Override
    public void start(BootstrapContext context) {
        work = new WorkExecutor(context.getWorkManager());
    }

    @Override
    public void stop() {
        close(exchange.getAndSet(null));
    }

    @Override
    public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec) throws ResourceException {
        Exchange arriving = new Exchange(factory, EngineSettings.ofThisServer(), work);
        if (!exchange.compareAndSet(null, arriving)) {
            throw new NotSupportedException(
                    "one application at a time decides about calls; undeploy the other one first");
        }
        arriving.start();
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
        Exchange leaving = exchange.get();
        if (leaving != null && leaving.serves(factory) && exchange.compareAndSet(leaving, null)) {
            close(leaving);
        }
    }

    /** No transaction survives a crash here: nothing to recover. */
    @Override
    public XAResource[] getXAResources(ActivationSpec[] specs) {
        return new XAResource[0];
    }

    /** The running exchange; empty while no application is deployed. */
    Optional<Exchange> exchange() {
        return Optional.ofNullable(exchange.get());
    }

    private static void close(Exchange leaving) {
        if (leaving == null) {
            return;
        }
        try {
            leaving.close();
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The exchange did not close cleanly", e);
        }
    }
}
