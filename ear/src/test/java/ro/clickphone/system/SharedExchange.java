package ro.clickphone.system;

import java.util.Map;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Hands every test the same {@link Exchange}, started before the first one and stopped with the JVM; a start costs
 * fifteen seconds. So a test makes its own {@link Customer} and leaves other people's alone. What the server said during a
 * test is printed when it fails.
 */
public final class SharedExchange implements ParameterResolver, BeforeEachCallback, TestWatcher {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedExchange.class);
    private static final OncePerJvm<Exchange> EXCHANGE = new OncePerJvm<>(() -> Exchange.start(Map.of()));
    private static final String LOGGED = "lines of the log before the test";
    private static final int LAST_LINES = 60;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Exchange.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return EXCHANGE.get();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        EXCHANGE.running().ifPresent(exchange -> context.getStore(NAMESPACE).put(LOGGED, exchange.logged()));
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        long before = context.getStore(NAMESPACE).getOrDefault(LOGGED, Long.class, 0L);
        EXCHANGE.running()
                .ifPresent(exchange -> System.err.println("While " + context.getDisplayName()
                        + " failed, the server said:\n" + exchange.saidSince(before, LAST_LINES)));
    }
}
