package ro.clickphone.pbx.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.ApiKeys;
import ro.clickphone.pbx.callflow.EngineLine;
import ro.clickphone.pbx.callflow.RoutingPlans;
import ro.clickphone.pbx.demo.DemoCustomers;
import ro.clickphone.pbx.extension.RegistrationService;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.kernel.SecretFile;
import ro.clickphone.pbx.notify.Postman;
import ro.clickphone.pbx.rating.RateService;
import ro.clickphone.pbx.recording.TalkShelf;
import ro.clickphone.pbx.voicemail.OldVoicemail;

/**
 * The order in which the exchange opens: tables, secrets sealed, the operator's first key, the demo customers, and last the SIP ports,
 * since a phone may call as soon as they are open. Transactions are each step's own.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Opening {
    private static final Logger LOG = Logger.getLogger(Opening.class.getName());

    @Resource(lookup = "java:app/jdbc/pbx")
    private DataSource database;

    @Inject
    private ApiKeys keys;

    @Inject
    private AccountService accounts;

    @Inject
    private DemoCustomers demo;

    @Inject
    private RegistrationService registrations;

    @Inject
    private Postman postman;

    @Inject
    private RoutingPlans plans;

    @Inject
    private RateService rates;

    @Inject
    private EngineLine engine;

    @Inject
    private Sealing sealing;

    @Inject
    private Resealing resealing;

    @Inject
    private OldVoicemail oldVoicemail;

    @Inject
    private TalkShelf talks;

    @Inject
    private Clockwork clockwork;

    @Inject
    @ConfigProperty(name = "PBX_DATA", defaultValue = "./data")
    private String data;

    @Inject
    @ConfigProperty(name = "PBX_API_KEY")
    private Optional<String> givenKey;

    @Inject
    @ConfigProperty(name = "PBX_DEMO", defaultValue = "on")
    private boolean wantsDemo;

    @PostConstruct
    void open() {
        migrate();
        sealing.run(database);
        for (int some = oldVoicemail.sealSome(); some > 0; some = oldVoicemail.sealSome()) {
            LOG.info("voicemails that lay in clear are sealed now: " + some);
        }
        firstKey();
        if (wantsDemo && accounts.list(PageRequest.first(1)).total() == 0) {
            demo.create();
        }
        postman.start();
        registrations.takeOver();
        plans.warm();
        LOG.info(() -> "prices: "
                + rates.inForce().map(deck -> deck.prefixes() + " prefixes").orElse("none, paid calls are refused"));
        talks.takeOverAll();
        resealing.begin(database);
        engine.open();
        clockwork.start();
        LOG.info("the exchange is open");
    }

    private void migrate() {
        Flyway.configure(Opening.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                // features bring their tables in blocks of numbers, and not in the order of the blocks
                .outOfOrder(true)
                .load()
                .migrate();
    }

    private void firstKey() {
        if (givenKey.isPresent()) {
            keys.accept("PBX_API_KEY", givenKey.get());
        } else if (keys.isEmpty()) {
            Path file = Path.of(data).resolve("operator-api-key.txt");
            SecretFile.write(file, keys.create("first start") + System.lineSeparator());
            LOG.info("the operator's API key lies in " + file);
        }
    }
}
