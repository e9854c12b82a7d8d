package ro.clickphone.rar;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The engine with the application that decides for it, from deployment to undeployment. */
final class Exchange implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Exchange.class.getName());
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final MessageEndpointFactory factory;
    private final Executor work;
    private final BusinessEndpoints business;

    Exchange(MessageEndpointFactory factory, Executor work) {
        this.factory = factory;
        this.work = work;
        this.business = new BusinessEndpoints(factory, new Gate(128, PATIENCE));
    }

    boolean serves(MessageEndpointFactory other) {
        return factory.equals(other);
    }

    /** Returns at once: the endpoint comes only when the whole application is deployed. */
    void start() {
        work.execute(this::awaitApplication);
    }

    void open() {
        LOG.info("The application is ready");
    }

    @Override
    public void close() {
        business.close();
    }

    private void awaitApplication() {
        try {
            business.awaitDeployment();
            LOG.info("The application is deployed");
        } catch (UnavailableException e) {
            LOG.log(Level.SEVERE, "The application gives no endpoint; no call can be decided", e);
        }
    }
}
