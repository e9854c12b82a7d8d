package ro.clickphone.pbx.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.access.Actor;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.billing.BillingService;
import ro.clickphone.pbx.billing.SupplierDesk;
import ro.clickphone.pbx.document.DocumentKind;
import ro.clickphone.pbx.document.PaidBy;
import ro.clickphone.pbx.document.SampleDocuments;
import ro.clickphone.pbx.invoice.Invoice;
import ro.clickphone.pbx.invoice.InvoiceService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.ledger.Book;
import ro.clickphone.pbx.ledger.LedgerCheck;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.ledger.MoneyOfMonth;
import ro.clickphone.pbx.ledger.RevenueDesk;
import ro.clickphone.pbx.ledger.TransferId;
import ro.clickphone.pbx.ledger.WalletFilter;
import ro.clickphone.pbx.ledger.WalletRow;
import ro.clickphone.pbx.ledger.Wording;
import ro.clickphone.pbx.payment.Receipt;
import ro.clickphone.pbx.payment.Settlement;
import ro.clickphone.pbx.tax.EuroRate;
import ro.clickphone.pbx.tax.TaxTables;
import ro.clickphone.pbx.world.World;

/** What finance puts right takes two people, happens once and can be explained afterwards. */
class CorrectionTest {
    private static World world;
    private static long accounts = 83_000;

    private final AccountId account = new AccountId(++accounts);
    private final CorrectionDesk desk = world.the(CorrectionDesk.class);
    private final LedgerService ledger = world.the(LedgerService.class);
    private final InvoiceService invoices = world.the(InvoiceService.class);

    @BeforeAll
    static void open() {
        world = World.open();
        world.clock().setLocal("2026-03-10T11:45:42");
        world.the(SupplierDesk.class).save(SampleDocuments.SUPPLIER);
        world.the(TaxTables.class).add(new EuroRate(LocalDate.parse("2026-03-10"), new BigDecimal("5.0873")));
    }

    @AfterAll
    static void close() {
        assertThat(world.the(LedgerCheck.class).run()).isEmpty();
        world.close();
    }

    @BeforeEach
    void a_customer_who_paid() {
        world.the(AccountService.class).create(account, new NewAccount("Probe SRL", ZoneId.of("Europe/Bucharest"), 5));
        world.the(BillingService.class).save(account, SampleDocuments.COMPANY);
        world.the(Settlement.class)
                .settle(
                        account,
                        new Receipt(
                                new TransferId("bank:" + account),
                                new BigDecimal("24.20"),
                                PaidBy.BANK_TRANSFER,
                                "OP",
                                Optional.empty()));
    }

    @Test
    void a_correction_needs_a_second_person_and_its_reason_stands_on_the_statement() {
        Correction proposed = as("ana", () -> desk.propose(account, "-3,50", " apel   facturat greșit "));
        assertThat(credit()).isEqualTo("20.00");
        assertThatThrownBy(() -> as("ana", () -> desk.approve(proposed.id()))).hasMessageContaining("bank.fourEyes");
        assertThat(credit()).isEqualTo("20.00");

        Correction done = as("dan", () -> desk.approve(proposed.id()));

        assertThat(credit()).isEqualTo("16.50");
        assertThat(done.state()).isEqualTo(CorrectionState.DONE);
        assertThat(done.proposedBy() + " " + done.decidedBy()).isEqualTo("ana dan");
        WalletRow row = ledger.rows(account, WalletFilter.withoutCalls(), PageRequest.first(1))
                .items()
                .get(0);
        assertThat(row.wording().arguments()).containsExactly("apel facturat greșit");
        assertThatThrownBy(() -> as("ana", () -> desk.approve(proposed.id())))
                .hasMessageContaining("correction.decided");
    }

    @Test
    void a_correction_approved_by_four_people_at_once_happens_once() throws Exception {
        long id = as("ana", () -> desk.propose(account, "5", "bunăvoință")).id();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<String>> approvals = IntStream.range(0, 4)
                .mapToObj(i -> threads.submit(() -> as("dan" + i, () -> {
                    try {
                        return desk.approve(id).state().name();
                    } catch (Refusal refusal) {
                        return refusal.code();
                    }
                })))
                .toList();
        List<String> answers = new java.util.ArrayList<>();
        for (Future<String> approval : approvals) {
            answers.add(approval.get());
        }
        threads.shutdown();

        assertThat(answers)
                .containsExactlyInAnyOrder("DONE", "correction.decided", "correction.decided", "correction.decided");
        assertThat(credit()).isEqualTo("25.00");
    }

    @Test
    void a_declined_correction_changes_nothing() {
        long id = as("ana", () -> desk.propose(account, "1000", "prea mult")).id();
        as("dan", () -> {
            desk.decline(id);
            return id;
        });
        assertThatThrownBy(() -> as("eva", () -> desk.approve(id))).hasMessageContaining("correction.decided");
        assertThat(credit()).isEqualTo("20.00");
    }

    @Test
    void a_correction_that_takes_more_than_there_is_is_refused_and_waits_on() {
        long id = as("ana", () -> desk.propose(account, "-20.01", "prea mult")).id();
        assertThatThrownBy(() -> as("dan", () -> desk.approve(id))).hasMessageContaining("wallet.insufficient");
        assertThat(credit()).isEqualTo("20.00");
        assertThat(desk.list(CorrectionState.PROPOSED, PageRequest.first(50)).items())
                .anyMatch(one -> one.id() == id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "0.00", "-0", "1.234", "0.00001", "1e3", "1000000000000", "100000.01", "abc", "1,2,3"})
    void an_amount_that_is_none_is_refused_beside_its_field(String amount) {
        assertThatThrownBy(() -> as("ana", () -> desk.propose(account, amount, "motiv")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("correction.amount (amount)");
    }

    @Test
    void a_correction_without_a_reason_is_refused() {
        assertThatThrownBy(() -> as("ana", () -> desk.propose(account, "1", " \n ")))
                .hasMessageContaining("correction.reason (reason)");
    }

    @Test
    void a_refund_makes_a_credit_note_and_takes_the_net_credit_back() {
        Invoice invoice = onlyInvoice();
        long id = as("ana", () -> desk.proposeRefund(invoice.number(), "12,10", "plată dublă"))
                .id();

        Correction done = as("dan", () -> desk.approve(id));

        assertThat(credit()).isEqualTo("10.00");
        assertThat(done.moneyBack()).isEqualTo(MoneyBack.BY_HAND);
        Invoice note = invoices.list(account, PageRequest.first(1)).items().get(0);
        assertThat(note.kind()).isEqualTo(DocumentKind.CREDIT_NOTE);
        assertThat(note.printed()).isEqualTo(done.document());
        assertThat(note.amounts().gross()).isEqualTo("-12.10");
        assertThat(note.takesBack()).contains(invoice.number());
    }

    @Test
    void an_invoice_refunded_in_parts_leaves_not_a_cent_in_euro_or_lei() {
        Invoice invoice = onlyInvoice();
        for (String part : List.of("0.03", "0.03", "0.03", "24.11")) {
            long id = as("ana", () -> desk.proposeRefund(invoice.number(), part, "rest"))
                    .id();
            as("dan", () -> desk.approve(id));
        }
        for (String column : List.of("net", "vat", "gross", "vat_lei")) {
            assertThat(world.number("SELECT SUM(" + column + ") * 100 FROM invoice WHERE account_id = " + account))
                    .as(column)
                    .isZero();
        }
        assertThat(credit()).isEqualTo("0.00");
        assertThat(world.the(LedgerCheck.class).run()).isEmpty();
    }

    @Test
    void two_refunds_of_one_invoice_give_back_no_more_than_was_paid() {
        Invoice invoice = onlyInvoice();
        long first = as("ana", () -> desk.proposeRefund(invoice.number(), "20", "prima"))
                .id();
        long second = as("ana", () -> desk.proposeRefund(invoice.number(), "20", "a doua"))
                .id();
        as("dan", () -> desk.approve(first));
        assertThatThrownBy(() -> as("dan", () -> desk.approve(second))).hasMessageContaining("invoice.takenBack");
        assertThatThrownBy(() -> as("ana", () -> desk.proposeRefund(invoice.number(), "24.21", "a treia")))
                .hasMessageContaining("invoice.takenBack");
    }

    @Test
    void credit_that_is_spent_is_not_refunded() {
        Invoice invoice = onlyInvoice();
        ledger.charge(account, TransferId.random(), Money.ofEuro("15"), Book.PACKAGES, Wording.of("ledger.month"));
        long id = as("ana", () -> desk.proposeRefund(invoice.number(), "24.20", "vrea banii"))
                .id();
        assertThatThrownBy(() -> as("dan", () -> desk.approve(id))).hasMessageContaining("wallet.insufficient");
        assertThat(invoices.list(account, PageRequest.first(5)).total()).isEqualTo(1);
    }

    @Test
    void a_customer_neither_proposes_nor_approves() {
        Actor owner = new Actor.Person(Optional.of(account), "office@probe.example", Role.OWNER, "127.0.0.1");
        try (Acting.Scope scope = Acting.as(owner)) {
            assertThatThrownBy(() -> desk.propose(account, "100", "pentru mine"))
                    .hasMessageContaining("access.denied");
            assertThatThrownBy(() -> desk.approve(1)).hasMessageContaining("access.denied");
        }
    }

    /** In a month in which nobody else does anything; the last second of it in Romania is still the month before in UTC. */
    @Test
    void revenue_of_a_month_is_what_its_services_took_in_romania_s_time() {
        try {
            world.clock().setLocal("2026-05-01T00:00:00");
            ledger.charge(account, TransferId.random(), Money.ofEuro("7"), Book.PACKAGES, Wording.of("ledger.month"));
            ledger.charge(account, TransferId.random(), Money.ofEuro("2"), Book.CHANNELS, Wording.of("ledger.month"));
            world.clock().setLocal("2026-05-31T23:59:59");
            ledger.topUp(account, TransferId.random(), Money.ofEuro("30"), Book.BANK, Wording.of("ledger.topUp.bank"));
            ledger.correct(account, TransferId.random(), Money.ofEuro("-1"), Wording.of("ledger.correction", "x"));
            world.clock().setLocal("2026-06-01T00:00:00");
            ledger.charge(account, TransferId.random(), Money.ofEuro("3"), Book.CALLS, Wording.of("ledger.call"));

            RevenueDesk revenue = world.the(RevenueDesk.class);
            MoneyOfMonth may = revenue.month(YearMonth.of(2026, 5));

            assertThat(may.of(Book.PACKAGES)).isEqualTo(Money.ofEuro("7"));
            assertThat(may.revenue()).isEqualTo(Money.ofEuro("9"));
            assertThat(may.of(Book.BANK)).isEqualTo(Money.ofEuro("30"));
            assertThat(may.of(Book.CORRECTIONS)).isEqualTo(Money.ofEuro("-1"));
            assertThat(may.credit()).isEqualTo(Money.ofEuro("20"));
            assertThat(revenue.months(2026)).hasSize(12).contains(may);
            assertThat(revenue.balances(List.of(account, new AccountId(1))).values())
                    .extracting(balance -> balance.total().cents())
                    .containsExactlyInAnyOrder("37.00", "0.00");
            assertThat(revenue.owed().micros()).isEqualTo(world.number("SELECT SUM(available + reserved) FROM wallet"));
        } finally {
            world.clock().setLocal("2026-03-10T11:45:42");
        }
    }

    private Invoice onlyInvoice() {
        return invoices.list(account, PageRequest.first(5)).items().get(0);
    }

    private String credit() {
        return ledger.balance(account).total().cents();
    }

    private static <T> T as(String who, Callable<T> work) {
        Actor person = new Actor.Person(Optional.empty(), who, Role.FINANCE, "127.0.0.1");
        try (Acting.Scope scope = Acting.as(person)) {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
