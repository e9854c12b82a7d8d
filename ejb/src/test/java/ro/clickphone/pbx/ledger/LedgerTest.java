package ro.clickphone.pbx.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.ledger.ReservationService.Range;
import ro.clickphone.pbx.world.World;

class LedgerTest {
    private static final LocalDate TODAY = LocalDate.of(2015, 10, 5);
    private static final SpendCap UNCAPPED = SpendCap.none(TODAY);
    private static World world;
    private static long accounts = 70_000;

    private final AccountId account = new AccountId(++accounts);
    private LedgerService ledger;
    private ReservationService reservations;

    @BeforeAll
    static void open() {
        world = World.open();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void customer() {
        world.clock().setLocal("2015-10-05T11:30:04");
        world.the(AccountService.class)
                .create(account, new NewAccount("Ionescu Consult SRL", ZoneId.of("Europe/Bucharest"), 5));
        ledger = world.the(LedgerService.class);
        reservations = world.the(ReservationService.class);
    }

    @AfterEach
    void the_proof_holds() {
        assertThat(world.the(LedgerCheck.class).run()).isEmpty();
    }

    @Test
    void a_top_up_told_twice_is_credited_once() {
        TransferId op = new TransferId("op:1");

        WalletRow first = topUp(op, "10.00");
        WalletRow again = topUp(op, "10.00");

        assertThat(again).isEqualTo(first);
        assertThat(available()).isEqualTo(Money.ofEuro("10.00"));
        assertThatThrownBy(() -> topUp(op, "11.00")).hasMessageContaining("ledger.otherTransfer");
    }

    @Test
    void amounts_that_are_no_amounts_are_refused() {
        for (String amount : List.of("0.00", "-1.00", "0.00001", "1.005", "1000000000000")) {
            assertThatThrownBy(() -> topUp(TransferId.random(), amount))
                    .as(amount)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("ledger.amount");
        }
        assertThat(ledger.balance(account)).isEqualTo(Balance.NOTHING);
    }

    @Test
    void a_fee_that_is_not_covered_leaves_no_trace() {
        topUp(TransferId.random(), "6.13");

        assertThatThrownBy(() -> fee("fee:1", "7.00")).hasMessageContaining("wallet.insufficient");

        assertThat(available()).isEqualTo(Money.ofEuro("6.13"));
        assertThat(rows()).hasSize(1);
    }

    @Test
    void credit_adds_and_fees_and_calls_take_away() {
        topUp(TransferId.random(), "10.00");
        fee("fee:1", "5.87");
        ReservationId call = new ReservationId("call:1");
        reservations.reserve(account, call, Range.exactly(Money.ofEuro("1.00")), UNCAPPED, later());
        reservations.post(account, call, Money.ofEuro("0.0350"), Book.CALLS, TODAY, Wording.of("ledger.call"));

        assertThat(rows())
                .extracting(row -> row.amount().fourDecimals())
                .containsExactly("-0.0350", "-5.8700", "10.0000");
        assertThat(rows())
                .extracting(row -> row.totalAfter().fourDecimals())
                .containsExactly("4.0950", "4.1300", "10.0000");
    }

    @Test
    void a_row_shows_its_invoice_and_never_another_one() {
        WalletRow op = topUp(TransferId.random(), "10.00");
        DocumentNumber invoice = new DocumentNumber("07929944/05.10.2015");

        ledger.attach(account, op.id(), invoice);
        ledger.attach(account, op.id(), invoice);

        assertThat(rows()).singleElement().extracting(WalletRow::document).isEqualTo(Optional.of(invoice));
        assertThatThrownBy(() -> ledger.attach(account, op.id(), new DocumentNumber("07929945/05.10.2015")))
                .hasMessageContaining("ledger.documented");
    }

    @Test
    void what_is_set_aside_cannot_be_spent_elsewhere() {
        topUp(TransferId.random(), "7.00");
        reservations.reserve(
                account, new ReservationId("call:1"), Range.exactly(Money.ofEuro("0.50")), UNCAPPED, later());

        assertThatThrownBy(() -> fee("fee:1", "7.00")).hasMessageContaining("wallet.insufficient");
    }

    @Test
    void a_posting_told_twice_charges_once_and_after_expiry_charges_still() {
        topUp(TransferId.random(), "5.00");
        ReservationId call = new ReservationId("call:1");
        reservations.reserve(account, call, Range.exactly(Money.ofEuro("2.00")), UNCAPPED, later());
        reservations.release(account, call);
        reservations.release(account, call);

        reservations.post(account, call, Money.ofEuro("0.30"), Book.CALLS, TODAY, Wording.of("ledger.call"));
        reservations.post(account, call, Money.ofEuro("0.30"), Book.CALLS, TODAY, Wording.of("ledger.call"));

        assertThat(ledger.balance(account)).isEqualTo(new Balance(Money.ofEuro("4.70"), Money.ZERO));
        assertThat(reservations.spent(account, TODAY).charged()).isEqualTo(Money.ofEuro("0.30"));
        assertThat(reservations.reserve(account, call, Range.exactly(Money.ofEuro("1.00")), UNCAPPED, later()))
                .isInstanceOf(Grant.Closed.class);
    }

    @Test
    void parallel_calls_share_the_credit() throws Exception {
        topUp(TransferId.random(), "1.00");

        assertThat(granted(20, UNCAPPED)).isEqualTo(4);
        assertThat(available()).isEqualTo(Money.ZERO);
    }

    @Test
    void parallel_calls_share_the_daily_limit() throws Exception {
        topUp(TransferId.random(), "100.00");

        assertThat(granted(20, new SpendCap(TODAY, Optional.of(Money.ofEuro("1.60")))))
                .isEqualTo(6);
        assertThat(reservations.spent(account, TODAY).total()).isEqualTo(Money.ofEuro("1.50"));
    }

    @Test
    void twenty_threads_that_pay_the_same_fee_pay_it_once() throws Exception {
        topUp(TransferId.random(), "100.00");

        together(20, number -> fee("fee:2015-11", "7.00"));

        assertThat(available()).isEqualTo(Money.ofEuro("93.00"));
    }

    @Test
    void the_last_slice_is_what_is_left() {
        topUp(TransferId.random(), "1.00");
        ReservationId call = new ReservationId("call:1");
        Range slice = new Range(Money.ofEuro("0.10"), Money.ofEuro("0.70"));

        assertThat(reservations.reserve(account, call, slice, UNCAPPED, later()))
                .isEqualTo(new Grant.Granted(Money.ofEuro("0.70")));
        assertThat(reservations.reserve(account, call, slice, UNCAPPED, later()))
                .isEqualTo(new Grant.Granted(Money.ofEuro("0.30")));
        assertThat(reservations.reserve(account, call, slice, UNCAPPED, later()))
                .isInstanceOf(Grant.NoCredit.class);
    }

    @Test
    void the_proof_finds_a_balance_that_was_touched() {
        topUp(TransferId.random(), "10.00");
        world.asked(db -> db.createNativeQuery("UPDATE wallet SET available = available + 1 WHERE account_id = ?1")
                .setParameter(1, account.value())
                .executeUpdate());

        assertThat(world.the(LedgerCheck.class).run())
                .extracting(LedgerCheck.Finding::invariant)
                .contains("a wallet is the sum of its entries");

        world.asked(db -> db.createNativeQuery("UPDATE wallet SET available = available - 1 WHERE account_id = ?1")
                .setParameter(1, account.value())
                .executeUpdate());
    }

    /** Each waited for the wallet that another was making, and then for each other: one was told of a deadlock. */
    @Test
    void first_credits_of_a_new_customer_that_come_at_once_all_arrive() throws Exception {
        for (int customer = 0; customer < 10; customer++) {
            AccountId fresh = new AccountId(++accounts);
            world.the(AccountService.class)
                    .create(fresh, new NewAccount("Probe SRL", ZoneId.of("Europe/Bucharest"), 5));
            together(
                    4,
                    number -> ledger.topUp(
                            fresh,
                            new TransferId("op:" + number),
                            Money.ofEuro("1.00"),
                            Book.BANK,
                            Wording.of("ledger.topUp.bank")));
            assertThat(ledger.balance(fresh).available()).isEqualTo(Money.ofEuro("4.00"));
        }
    }

    private int granted(int calls, SpendCap cap) throws Exception {
        Range quarter = Range.exactly(Money.ofEuro("0.25"));
        return together(
                calls,
                number -> reservations.reserve(account, new ReservationId("call:" + number), quarter, cap, later())
                        instanceof Grant.Granted);
    }

    /** @return how many said yes */
    private static int together(int many, java.util.function.IntFunction<?> act) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Object>> all = IntStream.range(0, many)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return (Object) act.apply(number);
                    }))
                    .toList();
            start.countDown();
            int yes = 0;
            for (Future<Object> one : all) {
                yes += Boolean.TRUE.equals(one.get()) ? 1 : 0;
            }
            return yes;
        } finally {
            threads.shutdownNow();
        }
    }

    private WalletRow topUp(TransferId id, String euro) {
        return ledger.topUp(account, id, Money.ofEuro(euro), Book.BANK, Wording.of("ledger.topUp.bank"));
    }

    private WalletRow fee(String id, String euro) {
        return ledger.charge(
                account, new TransferId(id), Money.ofEuro(euro), Book.PACKAGES, Wording.of("ledger.month"));
    }

    private Money available() {
        return ledger.balance(account).available();
    }

    private List<WalletRow> rows() {
        return ledger.rows(account, WalletFilter.all(), PageRequest.first(50)).items();
    }

    private java.time.Instant later() {
        return world.clock().instant().plus(Duration.ofMinutes(5));
    }
}
