package ro.clickphone.pbx.world;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.MetricRegistry;
import ro.clickphone.engine.api.SipEngineConnectionFactory;

/** What the server gives to the services: database, engine, threads, settings. One world at a time. */
@ApplicationScoped
class Surroundings {
    static final Map<String, String> SETTINGS = new ConcurrentHashMap<>(Map.of("PBX_DATA", "target/data"));
    static DataSource database;
    static Transactions running;
    static FakeEngine telephone;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "world");
        thread.setDaemon(true);
        return thread;
    });

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    @Produces
    @Dependent
    Transactions transactions() {
        return running;
    }

    @Produces
    @Dependent
    DataSource dataSource() {
        return database;
    }

    /** Nothing is counted here. */
    @Produces
    @Dependent
    MetricRegistry metrics() {
        return uncounted(MetricRegistry.class);
    }

    private static <T> T uncounted(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    Class<?> result = method.getReturnType();
                    if (result == Map.class || result == SortedMap.class) {
                        return new TreeMap<>();
                    }
                    if (result.isPrimitive()) {
                        return result == boolean.class ? Boolean.FALSE : result == void.class ? null : 0;
                    }
                    return result.isInterface() ? uncounted(result) : null;
                }));
    }

    /** Each call goes to the transaction that runs on this thread. */
    @Produces
    @ApplicationScoped
    EntityManager entityManager() {
        return through(EntityManager.class, () -> running.current());
    }

    @Produces
    @Dependent
    SipEngineConnectionFactory engine() {
        return telephone.factory();
    }

    @Produces
    @Dependent
    @Typed(ManagedScheduledExecutorService.class)
    ManagedScheduledExecutorService scheduled() {
        return through(ManagedScheduledExecutorService.class, () -> threads);
    }

    @Produces
    @Dependent
    ManagedExecutorService executor() {
        return through(ManagedExecutorService.class, () -> threads);
    }

    @Produces
    @Dependent
    ManagedThreadFactory threadFactory() {
        return through(ManagedThreadFactory.class, Executors::defaultThreadFactory);
    }

    @Produces
    @Dependent
    @ConfigProperty(name = "")
    String text(InjectionPoint point) {
        return setting(point).orElse("");
    }

    @Produces
    @Dependent
    @ConfigProperty(name = "")
    Optional<String> optional(InjectionPoint point) {
        return setting(point);
    }

    @Produces
    @Dependent
    @ConfigProperty(name = "")
    boolean yesOrNo(InjectionPoint point) {
        return setting(point).filter(value -> value.matches("on|true|yes|1")).isPresent();
    }

    @Produces
    @Dependent
    @ConfigProperty(name = "")
    int number(InjectionPoint point) {
        return setting(point).map(Integer::parseInt).orElse(0);
    }

    @Produces
    @Dependent
    @ConfigProperty(name = "")
    long longNumber(InjectionPoint point) {
        return setting(point).map(Long::parseLong).orElse(0L);
    }

    @Produces
    @Dependent
    @ConfigProperty(name = "")
    Path folder(InjectionPoint point) {
        return Path.of(setting(point).orElse("target"));
    }

    private static Optional<String> setting(InjectionPoint point) {
        ConfigProperty property = point.getAnnotated().getAnnotation(ConfigProperty.class);
        return Optional.ofNullable(SETTINGS.get(property.name())).or(() -> Optional.of(property.defaultValue())
                .filter(value -> !value.equals(ConfigProperty.UNCONFIGURED_VALUE)));
    }

    private static <T> T through(Class<T> type, Supplier<Object> real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(real.get(), method, arguments)));
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
