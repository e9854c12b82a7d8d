package ro.clickphone.system.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Progress;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.access.Actor;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.call.CallDetailService;
import ro.clickphone.pbx.call.CallPrice;
import ro.clickphone.pbx.call.EndedCall;
import ro.clickphone.pbx.call.PricedCall;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.ledger.Book;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.ledger.TransferId;
import ro.clickphone.pbx.ledger.Wording;

/** The packed EAR with this class put into its WAR: what only the container can say, its transactions and its mappings. */
@ExtendWith({ServerBesideTheTest.class, ArquillianExtension.class})
class InContainerIT {
    /** The demo's customers are there from the first start, so that no test passes for want of a second tenant. */
    private static final AccountId MANUAL = new AccountId(53630);

    /** The portal asks everybody to sign in; a test comes in by a servlet of its own, and as a stranger. */
    private static final String OPEN_TO_TESTS = """
            <web-fragment xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <name>open_to_tests</name>
              <security-constraint>
                <web-resource-collection>
                  <web-resource-name>tests</web-resource-name>
                  <url-pattern>/ArquillianServletRunnerEE9</url-pattern>
                </web-resource-collection>
              </security-constraint>
            </web-fragment>
            """;

    private Acting.Scope exchange;

    @Inject
    private Tables tables;

    @Inject
    private UserTransaction transaction;

    @Inject
    private LedgerService ledger;

    @Inject
    private CallDetailService details;

    @Deployment
    static EnterpriseArchive ear() {
        EnterpriseArchive ear = ShrinkWrap.createFromZipFile(
                EnterpriseArchive.class,
                Path.of(System.getProperty("pbx.scratch"), "pbx.ear").toFile());
        ear.getAsType(WebArchive.class, "/pbx.war")
                .addClasses(InContainerIT.class, ServerBesideTheTest.class)
                .addAsLibrary(ShrinkWrap.create(JavaArchive.class, "open-to-tests.jar")
                        .addAsManifestResource(new StringAsset(OPEN_TO_TESTS), "web-fragment.xml"));
        ear.getAsType(JavaArchive.class, "/ejb.jar").addClass(Tables.class);
        return ear;
    }

    @BeforeEach
    void actAsTheExchange() {
        exchange = Acting.as(new Actor.Exchange());
    }

    @AfterEach
    void actAsNobody() {
        if (exchange != null) { // this runs once more outside the container
            exchange.close();
        }
    }

    @Test
    void every_entity_reads_the_table_that_the_migrations_made() {
        int entities = tables.readAll();
        assertTrue(entities > 30, () -> "only " + entities + " entities are mapped");
    }

    @Test
    void a_refused_charge_takes_back_what_its_transaction_had_booked() throws Exception {
        Money before = ledger.balance(MANUAL).available();
        transaction.begin();
        try {
            ledger.topUp(
                    MANUAL,
                    new TransferId("in-container:gift"),
                    Money.ofCents(100),
                    Book.GOODWILL,
                    Wording.of("ledger.goodwill"));
            Money tooMuch = before.plus(Money.ofCents(101));
            TransferId spent = new TransferId("in-container:spent");
            assertThrows(
                    Refusal.class,
                    () -> ledger.charge(MANUAL, spent, tooMuch, Book.PACKAGES, Wording.of("ledger.package")));
            assertEquals(Status.STATUS_MARKED_ROLLBACK, transaction.getStatus());
        } finally {
            transaction.rollback();
        }
        assertEquals(before, ledger.balance(MANUAL).available());
    }

    @Test
    void a_call_that_is_told_twice_is_kept_once() {
        EndedCall call = new EndedCall(MANUAL, lost(), "told twice");
        for (List<EndedCall> told : List.of(List.of(call, call), List.of(call))) {
            details.keep(details.unknown(told).stream()
                    .map(fresh -> new PricedCall(fresh, CallPrice.NONE))
                    .toList());
        }
        assertEquals(1, tables.callsBy("told twice"));
    }

    @Test
    void services_refuse_a_stranger_and_hide_another_customer_s_account() {
        try (Acting.Scope stranger = Acting.as(new Actor.Stranger("192.0.2.1"))) {
            Refusal refusal = assertThrows(Refusal.class, () -> ledger.balance(MANUAL));
            assertEquals("access.denied", refusal.code());
        }
        Actor neighbour =
                new Actor.Person(Optional.of(new AccountId(MANUAL.value() + 1)), "Vecinul", Role.OWNER, "192.0.2.1");
        try (Acting.Scope other = Acting.as(neighbour)) {
            assertThrows(NotFound.class, () -> ledger.balance(MANUAL));
        }
    }

    @Test
    void the_jobs_by_the_clock_stand_in_the_database_and_await_their_time() {
        assertFalse(tables.waitingTriggers().isEmpty());
    }

    private static CallRecord lost() {
        Instant now = Instant.now();
        IncomingCall arrival = new IncomingCall(
                CallId.random(),
                new Party.Extension(new SipIdentity("53630-100", "pbx.clickphone.ro")),
                "101",
                CallerId.of("100"),
                now);
        return new CallRecord(
                arrival,
                new Progress.Unanswered(),
                now.plusSeconds(3),
                HangupCause.NORMAL,
                CallRecord.Ender.CALLER,
                FlowState.NONE,
                List.of());
    }
}
