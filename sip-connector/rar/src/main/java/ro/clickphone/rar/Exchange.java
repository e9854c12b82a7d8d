package ro.clickphone.rar;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.SipEngine;

/** The engine with the application that decides for it, from deployment to undeployment. */
final class Exchange implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Exchange.class.getName());
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Backoff TRIES = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    private final MessageEndpointFactory factory;
    private final Executor work;
    private final EngineSettings settings;
    private final BusinessEndpoints business;
    private boolean deployed;
    private boolean ready;
    private boolean opening;
    private boolean closed;
    private Optional<OpenEngine> open = Optional.empty();

    Exchange(MessageEndpointFactory factory, EngineSettings settings, Executor work) {
        this.factory = factory;
        this.work = work;
        this.settings = settings;
        this.business = new BusinessEndpoints(factory, new Gate(settings.asks(), PATIENCE));
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
        openWhenBoth();
    }

    synchronized boolean isOpen() {
        return open.isPresent();
    }

    /** Empty until the SIP ports are open: before that there is nothing to command. */
    synchronized Optional<SipEngine> engine() {
        return open.map(OpenEngine::engine);
    }

    @Override
    public void close() {
        leave().ifPresent(OpenEngine::close);
        business.close();
    }

    /** The container lets go of the wait for a slow deployment, which goes on all the same. */
    private void awaitApplication() {
        untilItSucceeds(this::hasEndpoint);
    }

    private boolean hasEndpoint() {
        try {
            business.awaitDeployment();
            isDeployed();
            return true;
        } catch (UnavailableException e) {
            LOG.log(Level.WARNING, "The application gives no endpoint yet: {0}", e.getMessage());
            return false;
        }
    }

    private synchronized void isDeployed() {
        deployed = true;
        openWhenBoth();
    }

    private synchronized void openWhenBoth() {
        if (deployed && ready && !opening) {
            opening = true;
            work.execute(() -> untilItSucceeds(this::opened));
        }
    }

    private void untilItSucceeds(BooleanSupplier attempt) {
        try {
            int failures = 0;
            while (!attempt.getAsBoolean()) {
                failures++;
                if (closedWithin(TRIES.after(failures))) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            LOG.log(Level.WARNING, "The SIP ports stay closed: interrupted", e);
        }
    }

    /** A port may be taken, or the database away, for a while only. */
    private boolean opened() {
        try {
            OpenEngine engine = OpenEngine.open(settings, business, work);
            if (!keep(engine)) {
                engine.close();
            }
            return true;
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.SEVERE, "The SIP ports stay closed for now: {0}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The SIP ports stay closed for now", e);
        }
        return false;
    }

    private synchronized boolean keep(OpenEngine engine) {
        if (closed) {
            return false;
        }
        open = Optional.of(engine);
        LOG.info("The SIP ports are open");
        return true;
    }

    private synchronized Optional<OpenEngine> leave() {
        closed = true;
        notifyAll();
        Optional<OpenEngine> leaving = open;
        open = Optional.empty();
        return leaving;
    }

    private synchronized boolean closedWithin(Duration time) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        while (!closed && System.nanoTime() < deadline) {
            wait(Math.max(1, Duration.ofNanos(deadline - System.nanoTime()).toMillis()));
        }
        return closed;
    }
}
