package ro.clickphone.pbx.world;

import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import ro.clickphone.pbx.kernel.Money;

/** An exchange without a server: every service, on a schema of its own, with the test's clock. */
public final class World implements AutoCloseable {
    private static final TestClock CLOCK = new TestClock();
    /** Held, since the log manager holds them weakly. */
    private static final List<Logger> QUIET = Stream.of("org.jboss.weld", "ch.vorburger", "org.flywaydb")
            .map(Logger::getLogger)
            .toList();

    private final WeldContainer container;
    private final Transactions transactions;
    private final jakarta.persistence.EntityManagerFactory factory;

    private final String address;

    private World(String address, UnaryOperator<DataSource> wrap) {
        this.address = address;
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        DataSource database = new PooledSource(Mariadb.at(address));
        factory = Persistence.createEntityManagerFactory(
                "pbx",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource", wrap.apply(database),
                        "eclipselink.weaving", "false",
                        "eclipselink.logging.level", "OFF"));
        transactions = new Transactions(factory);
        Surroundings.database = database;
        Surroundings.running = transactions;
        Surroundings.telephone = new FakeEngine();
        Weld weld = new Weld()
                .disableDiscovery()
                .addExtension(new ContainerRules())
                .addServices(transactions)
                .addBeanClasses(Surroundings.class, TransactionInterceptor.class, TheClock.class)
                .addBeanClasses(features());
        container = weld.initialize();
    }

    public static World open() {
        return on(UnaryOperator.identity());
    }

    /** @param settings in the place of environment variables, until the world ends */
    public static World with(Map<String, String> settings) {
        Surroundings.SETTINGS.putAll(settings);
        return on(UnaryOperator.identity());
    }

    /** @param wrap what the services see of the database: one that fails, for instance */
    public static World on(UnaryOperator<DataSource> wrap) {
        return new World(Mariadb.running().freshSchema(), wrap);
    }

    /** Another process's view of the same exchange. @param address as {@link #address} tells it there */
    public static World at(String address) {
        return new World(address, UnaryOperator.identity());
    }

    /** The same exchange after a restart with other settings. */
    public static World at(String address, Map<String, String> settings) {
        Surroundings.SETTINGS.putAll(settings);
        return new World(address, UnaryOperator.identity());
    }

    /** Where the database is. */
    public String address() {
        return address;
    }

    public <T> T the(Class<T> service) {
        return container.select(service).get();
    }

    public TestClock clock() {
        return CLOCK;
    }

    public FakeEngine engine() {
        return Surroundings.telephone;
    }

    /** Several calls of services as one transaction. */
    public <T> T inTransaction(Callable<T> work) {
        try {
            @SuppressWarnings("unchecked")
            T result = (T) transactions.run(TransactionAttributeType.REQUIRES_NEW, work::call);
            return result;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the database says itself. */
    public <T> T asked(Function<EntityManager, T> question) {
        return inTransaction(() -> question.apply(transactions.current()));
    }

    public long number(String sql) {
        return asked(db -> ((Number) db.createNativeQuery(sql).getSingleResult()).longValue());
    }

    @Override
    public void close() {
        container.shutdown();
        factory.close();
        Surroundings.SETTINGS.clear();
        Surroundings.SETTINGS.put("PBX_DATA", "target/data");
    }

    private static Class<?>[] features() {
        Path classes = Path.of(
                Money.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.replace('/', '.').substring(0, name.length() - ".class".length()))
                    .filter(name -> !name.endsWith(".ExchangeClock"))
                    .map(World::load)
                    .toArray(Class<?>[]::new);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In the place of the exchange's own. */
    @Dependent
    static class TheClock {
        @Produces
        Clock clock() {
            return CLOCK;
        }
    }
}
