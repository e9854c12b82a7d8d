package ro.clickphone.pbx.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
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
import ro.clickphone.pbx.bank.BankDesk;
import ro.clickphone.pbx.bank.BankLine;
import ro.clickphone.pbx.bank.ImportReport;
import ro.clickphone.pbx.bank.LineState;
import ro.clickphone.pbx.bank.StoredLine;
import ro.clickphone.pbx.billing.BillingService;
import ro.clickphone.pbx.billing.SupplierDesk;
import ro.clickphone.pbx.document.PaidBy;
import ro.clickphone.pbx.document.SampleDocuments;
import ro.clickphone.pbx.invoice.Invoice;
import ro.clickphone.pbx.invoice.InvoiceService;
import ro.clickphone.pbx.invoice.Sale;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.ledger.TransferId;
import ro.clickphone.pbx.ledger.WalletRow;
import ro.clickphone.pbx.tax.EuroRate;
import ro.clickphone.pbx.tax.TaxTables;
import ro.clickphone.pbx.tax.VatSplit;
import ro.clickphone.pbx.world.World;

/** From the proforma to credit and invoice, with the real services on a real database. */
class TopUpTest {
    private static World world;
    private static long accounts = 80_000;
    private static LocalDate day = LocalDate.parse("2026-02-02");

    private final AccountId account = new AccountId(++accounts);
    private final Settlement settlement = world.the(Settlement.class);
    private final InvoiceService invoices = world.the(InvoiceService.class);
    private final BankDesk bank = world.the(BankDesk.class);
    private final PaymentService payments = world.the(PaymentService.class);

    @BeforeAll
    static void open() {
        world = World.open();
        world.the(SupplierDesk.class).save(SampleDocuments.SUPPLIER);
    }

    @AfterAll
    static void close() {
        Books.areWhole(world);
        world.close();
    }

    @BeforeEach
    void a_customer_on_a_new_day() {
        day = day.plusDays(1);
        world.clock().setLocal(day + "T11:45:42");
        world.the(TaxTables.class).add(new EuroRate(day, new BigDecimal("5.0873")));
        world.the(AccountService.class)
                .create(account, new NewAccount("Ionescu Consult SRL", ZoneId.of("Europe/Bucharest"), 5));
        world.the(BillingService.class).save(account, SampleDocuments.COMPANY);
    }

    @Test
    void a_payment_credits_the_net_amount_and_is_invoiced_with_vat() {
        WalletRow row = settlement.settle(account, paid("24.20"));

        assertThat(row.amount()).isEqualTo(Money.ofEuro("20.00"));
        assertThat(row.wording().arithmetic()).isEqualTo("24.20 − 4.20 = 20.00");
        Invoice invoice = only(account);
        assertThat(row.document().orElseThrow().value())
                .isEqualTo(invoice.printed())
                .matches("[0-9]{8}/%td\\.%<tm\\.%<tY".formatted(day));
        assertThat(invoice.amounts().gross()).isEqualTo("24.20");
        assertThat(new String(
                        invoices.pdf(account, invoice.number()), 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
    }

    @Test
    void a_payment_told_twice_makes_one_credit_and_one_invoice() throws Exception {
        Receipt receipt = paid("24.20");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<WalletRow>> told = IntStream.range(0, 4)
                .mapToObj(i -> threads.submit(() -> settlement.settle(account, receipt)))
                .toList();
        for (Future<WalletRow> one : told) {
            one.get();
        }
        threads.shutdown();

        assertThat(world.the(LedgerService.class).balance(account).total()).isEqualTo(Money.ofEuro("20.00"));
        only(account);
    }

    @Test
    void a_refused_invoice_leaves_no_credit_and_no_gap() {
        AccountId unbilled = new AccountId(++accounts);
        world.the(AccountService.class)
                .create(unbilled, new NewAccount("Fără date SRL", ZoneId.of("Europe/Bucharest"), 5));
        long before = world.number("SELECT next_number FROM invoice_series");

        assertThatThrownBy(() -> settlement.settle(unbilled, paid("24.20"))).hasMessageContaining("billing.missing");

        assertThat(world.the(LedgerService.class).balance(unbilled).total()).isEqualTo(Money.ZERO);
        assertThat(world.number("SELECT next_number FROM invoice_series")).isEqualTo(before);
    }

    /** VAT of 45 % that says that it is of 21 %; the rule leaves a unit for rounding. */
    @Test
    void an_invoice_that_the_tax_office_would_refuse_is_refused_before_it_has_a_number_by_the_rule_s_name() {
        long before = world.number("SELECT next_number FROM invoice_series");
        VatSplit wrong = new VatSplit(
                new BigDecimal("21"), new BigDecimal("20.00"), new BigDecimal("9.00"), new BigDecimal("29.00"));
        Sale spoiled = new Sale("Credit", wrong, day, PaidBy.BANK_TRANSFER, "");

        assertThatThrownBy(() -> world.the(InvoiceService.class).issue(account, spoiled))
                .hasMessageContaining("invoice.rules")
                .hasMessageContaining("BR-CO-17");

        assertThat(world.number("SELECT next_number FROM invoice_series")).isEqualTo(before);
        assertThat(world.the(InvoiceService.class)
                        .list(account, PageRequest.first(5))
                        .items())
                .isEmpty();
    }

    @Test
    void no_invoice_is_issued_while_the_clock_is_set_back() {
        settlement.settle(account, paid("24.20"));
        world.clock().setLocal(day.minusDays(1) + "T12:00:00");

        assertThatThrownBy(() -> settlement.settle(account, paid("24.20"))).hasMessageContaining("invoice.clock");

        assertThat(world.the(LedgerService.class).balance(account).total()).isEqualTo(Money.ofEuro("20.00"));
    }

    @Test
    void a_statement_with_the_reference_is_proposed_and_a_second_person_books_it() {
        Proforma proforma = payments.order(account, CreditAmount.parse("20"));
        byte[] csv = csv(proforma.reference() + " abonament", "24.20", "EUR");

        ImportReport report = as("ana", () -> bank.bring(csv));
        StoredLine line = newest(LineState.PROPOSED);
        assertThat(report.proposed()).isEqualTo(1);
        assertThat(line.account()).contains(account);
        assertThatThrownBy(() -> as("ana", () -> bank.book(line.id()))).hasMessageContaining("bank.fourEyes");
        String invoice = as("dan", () -> bank.book(line.id()));

        assertThat(payments.find(account, proforma.reference()).invoice()).contains(invoice);
        assertThat(world.the(LedgerService.class).balance(account).total()).isEqualTo(Money.ofEuro("20.00"));
        assertThatThrownBy(() -> as("dan", () -> bank.book(line.id()))).hasMessageContaining("bank.decided");
    }

    @Test
    void a_payment_in_lei_of_the_proforma_s_price_buys_its_credit() {
        Proforma proforma = payments.order(account, CreditAmount.parse("20"));
        as("ana", () -> bank.bring(csv(proforma.reference().value(), "123.11", "RON")));

        as("dan", () -> bank.book(newest(LineState.PROPOSED).id()));

        assertThat(world.the(LedgerService.class).balance(account).total()).isEqualTo(Money.ofEuro("20.00"));
    }

    @Test
    void a_bank_line_brought_twice_is_taken_once() {
        byte[] csv = csv("fără referință", "10.00", "EUR");

        assertThat(as("ana", () -> bank.bring(csv)).exceptions()).isEqualTo(1);
        ImportReport again = as("dan", () -> bank.bring(csv));

        assertThat(again.exceptions()).isZero();
        assertThat(again.known()).isEqualTo(1);
    }

    @Test
    void an_op_entered_by_hand_is_booked_by_somebody_else_and_only_once() {
        BankLine op = new BankLine("OP-" + account, day, new BigDecimal("12.10"), "EUR", "Ionescu", "", "credit");
        StoredLine line = as("ana", () -> bank.enter(account, op));

        assertThatThrownBy(() -> as("dan", () -> bank.enter(account, op))).hasMessageContaining("bank.known");
        as("dan", () -> bank.book(line.id()));

        assertThat(world.the(LedgerService.class).balance(account).total()).isEqualTo(Money.ofEuro("10.00"));
    }

    @Test
    void two_clicks_on_the_order_are_one_proforma() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Proforma>> clicks = IntStream.range(0, 4)
                .mapToObj(i -> threads.submit(() -> payments.order(account, CreditAmount.parse("20"))))
                .toList();
        for (Future<Proforma> click : clicks) {
            click.get();
        }
        threads.shutdown();
        assertThat(payments.list(account, PageRequest.first(5)).total()).isEqualTo(1);

        world.clock().advance(PaymentService.SAME_ORDER.plusSeconds(1));
        payments.order(account, CreditAmount.parse("20"));
        assertThat(payments.list(account, PageRequest.first(5)).total()).isEqualTo(2);
    }

    @Test
    void a_customer_cannot_book_payments() {
        Actor owner = new Actor.Person(Optional.of(account), "office@ionescu.example", Role.OWNER, "127.0.0.1");
        try (Acting.Scope scope = Acting.as(owner)) {
            assertThatThrownBy(() -> settlement.settle(account, paid("24.20"))).hasMessageContaining("access.denied");
            assertThatThrownBy(() -> bank.list(LineState.EXCEPTION, PageRequest.first(10)))
                    .hasMessageContaining("access.denied");
        }
    }

    @Test
    void a_credit_note_takes_back_no_more_than_was_invoiced() {
        settlement.settle(account, paid("24.20"));
        Invoice invoice = only(account);

        settlement.giveBack(account, TransferId.random(), invoice.number(), new BigDecimal("12.10"), "plată dublă");
        assertThatThrownBy(() -> settlement.giveBack(
                        account, TransferId.random(), invoice.number(), new BigDecimal("12.11"), "încă o dată"))
                .hasMessageContaining("invoice.takenBack");

        assertThat(world.the(LedgerService.class).balance(account).total()).isEqualTo(Money.ofEuro("10.00"));
        assertThat(invoices.list(account, PageRequest.first(5))
                        .items()
                        .get(0)
                        .amounts()
                        .gross())
                .isEqualTo("-12.10");
    }

    @Test
    void the_invoice_of_another_customer_does_not_exist() {
        settlement.settle(account, paid("24.20"));
        Invoice invoice = only(account);

        assertThatThrownBy(() -> invoices.pdf(new AccountId(1), invoice.number()))
                .hasMessageContaining("invoice.unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-20", "0", "4.99", "20.00001", "1000000000000", "1e3", "", "abc", "10000.01"})
    void an_amount_that_cannot_be_bought_is_refused(String amount) {
        assertThatThrownBy(() -> CreditAmount.parse(amount))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("payment.amount");
    }

    @Test
    void an_expired_proforma_is_no_longer_matched() {
        Proforma proforma = payments.order(account, CreditAmount.parse("20"));
        world.clock().advance(Duration.ofDays(PaymentService.VALID_DAYS + 1));

        as("ana", () -> bank.bring(csv(proforma.reference().value(), "24.20", "EUR")));

        assertThat(newest(LineState.EXCEPTION).why()).isEqualTo("bank.why.expired");
    }

    private Receipt paid(String gross) {
        return new Receipt(TransferId.random(), new BigDecimal(gross), PaidBy.BANK_TRANSFER, "OP 17", Optional.empty());
    }

    private Invoice only(AccountId customer) {
        List<Invoice> all = invoices.list(customer, PageRequest.first(5)).items();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private StoredLine newest(LineState state) {
        return bank.list(state, PageRequest.first(1)).items().get(0);
    }

    private byte[] csv(String details, String amount, String currency) {
        return "date,amount,currency,details\n%s,%s,%s,%s %s\n"
                .formatted(day, amount, currency, details, account)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static <T> T as(String name, java.util.function.Supplier<T> work) {
        try (Acting.Scope scope = Acting.as(new Actor.Person(Optional.empty(), name, Role.FINANCE, "127.0.0.1"))) {
            return work.get();
        }
    }
}
