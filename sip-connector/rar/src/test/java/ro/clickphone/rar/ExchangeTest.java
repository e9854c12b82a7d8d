package ro.clickphone.rar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.transaction.xa.XAResource;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    @Test
    void application_that_takes_long_to_deploy_is_waited_for() {
        SlowDeployment deployment = new SlowDeployment();
        ExecutorService work = Executors.newCachedThreadPool();
        try (Exchange exchange = new Exchange(deployment, new EngineSettings(key -> Optional.empty()), work)) {
            exchange.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> deployment.given.get() == 1);
            assertThat(deployment.refused).hasValue(1);
        } finally {
            work.shutdownNow();
        }
    }

    /** As Payara does it: whoever waits for an endpoint is sent away once, and would have got one a little later. */
    private static final class SlowDeployment implements MessageEndpointFactory {
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicInteger given = new AtomicInteger();

        @Override
        public MessageEndpoint createEndpoint(XAResource transaction) throws UnavailableException {
            if (refused.compareAndSet(0, 1)) {
                throw new UnavailableException("deployment is still happening");
            }
            given.incrementAndGet();
            return new Endpoint();
        }

        @Override
        public MessageEndpoint createEndpoint(XAResource transaction, long timeout) throws UnavailableException {
            return createEndpoint(transaction);
        }

        @Override
        public boolean isDeliveryTransacted(Method method) {
            return false;
        }

        @Override
        public String getActivationName() {
            return "test";
        }

        @Override
        public Class<?> getEndpointClass() {
            return Endpoint.class;
        }
    }

    private static final class Endpoint implements MessageEndpoint {
        @Override
        public void beforeDelivery(Method method) {}

        @Override
        public void afterDelivery() {}

        @Override
        public void release() {}
    }
}
