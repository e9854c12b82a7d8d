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
    private boolean deployed;
    private boolean ready;
    private boolean open;

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

    /** The application says that it can answer now. */
    synchronized void open() {
        ready = true;
        work.execute(this::openIfReady);
    }

    synchronized boolean isOpen() {
        return open;
    }

    @Override
    public synchronized void close() {
        open = false;
        business.close();
    }

    private void awaitApplication() {
        try {
            business.awaitDeployment();
            isDeployed();
            openIfReady();
        } catch (UnavailableException e) {
            LOG.log(Level.SEVERE, "The application gives no endpoint; no call can be decided", e);
        }
    }

    private synchronized void isDeployed() {
        deployed = true;
    }

    private synchronized void openIfReady() {
        if (deployed && ready && !open) {
            open = true;
            LOG.info("The application can decide about calls");
        }
    }
}
