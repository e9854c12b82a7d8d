package ro.clickphone.pbx.charging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.catalogue.CatalogueService;
import ro.clickphone.pbx.catalogue.OrderId;
import ro.clickphone.pbx.demo.DemoRates;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.ledger.Book;
import ro.clickphone.pbx.ledger.LedgerCheck;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.ledger.TransferId;
import ro.clickphone.pbx.ledger.Wording;
import ro.clickphone.pbx.world.MortalSource;
import ro.clickphone.pbx.world.World;

/**
 * Three that act at once for one customer – payments, purchases and calls in any order – by a server that is killed at
 * some step and does what it had not heard the end of again: nothing is credited, bought or charged twice, no cent is
 * lost, and the wallet never owes.
 */
class MoneyPropertiesTest {
    private static final AtomicLong NUMBERS = new AtomicLong(83_000);
    private static final String MOBILE = "+40723456789";
    private static final Money EACH = Money.ofEuro("5.00");
    private static final MortalSource DATABASE = new MortalSource();
    private static final int AT_ONCE = 3;
    private static World world;

    private enum Kind {
        PAY,
        BUY,
        CALL
    }

    /** @param which of few, so that two do the same one */
    private record Act(Kind kind, int which) {}

    @BeforeContainer
    static void open() {
        world = World.on(DATABASE::around);
        world.clock().setLocal("2015-10-05T10:00:00");
        world.the(DemoRates.class).create();
    }

    @AfterContainer
    static void close() {
        world.close();
    }

    @Provide
    Arbitrary<List<List<Act>>> threads() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class), Arbitraries.integers().between(1, 3))
                .as(Act::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .list()
                .ofSize(AT_ONCE);
    }

    @Provide
    Arbitrary<Integer> death() {
        return Arbitraries.integers().between(1, 120);
    }

    @Property(tries = 30)
    void what_is_done_at_once_and_again_is_done_once(
            @ForAll("threads") List<List<Act>> threads, @ForAll("death") int death) throws Exception {
        AccountId account = customer();
        DATABASE.dieAfter(death);
        together(account, threads, "first");
        DATABASE.revive();
        together(account, threads, "again");
        world.clock().advance(Duration.ofHours(2));
        world.the(ForgottenCalls.class).sweep();

        Set<Act> distinct = new HashSet<>();
        threads.forEach(distinct::addAll);
        long paid = distinct.stream().filter(act -> act.kind() == Kind.PAY).count();
        assertThat(count(account, "kind = 'TOP_UP'")).as("payments").isEqualTo(paid);
        assertThat(count(account, "kind = 'FEE'"))
                .as("fees and what they bought")
                .isEqualTo(world.number("SELECT COUNT(*) FROM subscription WHERE account_id = " + account.value()));
        assertThat(world.the(LedgerService.class).balance(account).reserved()).isEqualTo(Money.ZERO);
        assertThat(world.the(LedgerService.class).balance(account).available().isNegative())
                .isFalse();
        long fees = taken(account, Book.PACKAGES) + taken(account, Book.CHANNELS);
        assertThat(world.the(LedgerService.class).balance(account).total().micros())
                .as("what came is what is left and what was taken")
                .isEqualTo(paid * EACH.micros() - fees - taken(account, Book.CALLS));
        assertThat(world.the(LedgerCheck.class).run()).isEmpty();
    }

    private static AccountId customer() {
        AccountId account = new AccountId(NUMBERS.incrementAndGet());
        world.the(AccountService.class).create(account, new NewAccount("Probe SRL", ZoneId.of("Europe/Bucharest"), 5));
        return account;
    }

    /** Each of them in its order; the server may die under all. */
    private static void together(AccountId account, List<List<Act>> threads, String round) throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(AT_ONCE);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (List<Act> acts : threads) {
                all.add(many.submit(() -> {
                    start.await();
                    acts.forEach(act -> attempt(account, act));
                    return round;
                }));
            }
            start.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            many.shutdownNow();
        }
    }

    private static void attempt(AccountId account, Act act) {
        try {
            switch (act.kind()) {
                case PAY -> {
                    var unused = world.the(LedgerService.class)
                            .topUp(
                                    account,
                                    new TransferId("op:" + act.which()),
                                    EACH,
                                    Book.BANK,
                                    Wording.of("ledger.topUp.bank"));
                }
                case BUY -> {
                    var unused = world.the(CatalogueService.class)
                            .buy(account, new OrderId("order-" + account.value() + "-" + act.which()), "OUT1");
                }
                case CALL -> {
                    Caller caller = new Caller(world, account, MOBILE);
                    if (caller.dials() instanceof Admission.Paid) {
                        var unused = caller.isAnswered().hangsUp();
                    }
                }
            }
        } catch (RuntimeException killedOrRefused) {
            assertThat(killedOrRefused).isNotInstanceOf(IllegalArgumentException.class);
        }
    }

    private static long count(AccountId account, String which) {
        return world.number(
                "SELECT COUNT(*) FROM ledger_transfer WHERE account_id = " + account.value() + " AND " + which);
    }

    private static long taken(AccountId account, Book book) {
        return world.number("SELECT COALESCE(SUM(amount), 0) FROM ledger_entry WHERE account_id = " + account.value()
                + " AND book = '" + book + "'");
    }
}
