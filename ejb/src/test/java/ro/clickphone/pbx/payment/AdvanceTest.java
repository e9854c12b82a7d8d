package ro.clickphone.pbx.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
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
import ro.clickphone.pbx.ledger.Book;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.ledger.TransferId;
import ro.clickphone.pbx.ledger.Wording;
import ro.clickphone.pbx.tax.EuroRate;
import ro.clickphone.pbx.tax.TaxTables;
import ro.clickphone.pbx.tax.VatModel;
import ro.clickphone.pbx.world.World;

/** Where a top-up is an advance: what each month used is invoiced, and as much of the advance is taken back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdvanceTest {
    private static World world;
    private static long accounts = 85_000;
    /** The VAT went up in August 2025; time only goes on. */
    private static YearMonth month = YearMonth.parse("2025-07");

    private final AccountId account = new AccountId(++accounts);

    @BeforeAll
    static void an_operator() {
        world = World.open();
        world.clock().setLocal("2025-06-01T08:00:00");
        world.the(SupplierDesk.class).save(SampleDocuments.SUPPLIER);
    }

    @AfterAll
    static void close() {
        Books.areWhole(world);
        world.close();
    }

    @BeforeEach
    void whose_top_ups_are_advances_and_a_customer() {
        on(10, "5.0700");
        world.the(TaxTables.class).choose(VatModel.ADVANCE);
        world.the(AccountService.class).create(account, new NewAccount("Probe SRL", ZoneId.of("Europe/Bucharest"), 5));
        world.the(BillingService.class).save(account, SampleDocuments.COMPANY);
    }

    @Order(1)
    @Test
    void services_at_a_higher_vat_cost_the_difference_and_an_advance_that_is_used_up_leaves_no_debt() {
        paid("23.80");
        month = month.plusMonths(1);
        on(5, "5.0900");
        used("7.00");
        nextMonthBegins();

        Invoice note = documents().get(1);
        Invoice services = documents().get(2);
        assertThat(services.amounts().percent()).isEqualTo("21.00");
        assertThat(services.amounts().gross()).isEqualTo("8.47");
        assertThat(note.amounts().percent()).isEqualTo("19.00");
        assertThat(note.amounts().gross()).isEqualTo("-8.47");
        assertThat(note.amounts().net()).isEqualTo("-7.12");
        assertThat(credit()).isEqualTo(Money.ofEuro("12.88"));

        used("12.88");
        nextMonthBegins();
        assertThat(documents().get(4).amounts().gross()).isEqualTo("15.33");
        assertThat(documents().get(4).amounts().net()).isEqualTo("12.67");
        assertThat(credit()).isEqualTo(Money.ZERO);
        paid("24.20");
        nextMonthBegins();
        assertThat(documents())
                .as("of what was used in the last month, which was nothing")
                .hasSize(6);
    }

    @Order(2)
    @Test
    void an_advance_is_invoiced_as_one_and_what_the_month_used_is_invoiced_against_it_once() {
        paid("24.20");
        used("7.00");
        String last = month.atEndOfMonth().toString();
        nextMonthBegins();
        closeMonth();

        List<Invoice> documents = documents();
        assertThat(documents)
                .extracting(Invoice::kind)
                .containsExactly(DocumentKind.ADVANCE, DocumentKind.CREDIT_NOTE, DocumentKind.SERVICES);
        Invoice services = documents.get(2);
        assertThat(services.amounts().net()).isEqualTo("7.00");
        assertThat(services.suppliedOn()).isEqualTo(last);
        assertThat(services.item()).startsWith("Servicii de telefonie prestate în ");
        assertThat(services.rate().lei()).as("the advance's own stays").isEqualTo("5.0700");
        assertThat(documents.get(1).amounts().gross()).isEqualTo("-8.47");
        assertThat(services.vatInLei().add(documents.get(1).vatInLei())).isZero();
        assertThat(credit()).isEqualTo(Money.ofEuro("13.00"));
        assertThat(world.the(InvoiceService.class).xml(account, services.number()))
                .contains("Avans facturat cu " + documents.get(0).printed());
    }

    @Order(2)
    @Test
    void the_oldest_advance_pays_first_and_only_what_is_left_of_one_can_be_given_back() {
        paid("12.10");
        paid("24.20");
        used("15.00");
        nextMonthBegins();

        List<Invoice> documents = documents();
        assertThat(documents)
                .extracting(invoice -> invoice.amounts().gross().toPlainString())
                .containsExactly("12.10", "24.20", "-12.10", "12.10", "-6.05", "6.05");
        InvoiceService invoices = world.the(InvoiceService.class);
        assertThat(invoices.left(account, documents.get(0).number())).isZero();
        assertThat(invoices.left(account, documents.get(1).number())).isEqualTo("18.15");
        assertThatThrownBy(() -> invoices.takeBack(account, documents.get(3).number(), BigDecimal.ONE, "greșit"))
                .as("what was rendered was not paid in: the advance was")
                .hasMessageContaining("invoice.takenBack");
    }

    @Order(2)
    @Test
    void credit_that_was_sold_before_as_a_supply_is_spent_first_and_not_invoiced_again() {
        world.the(TaxTables.class).choose(VatModel.SUPPLY);
        paid("12.10");
        world.the(TaxTables.class).choose(VatModel.ADVANCE);
        paid("24.20");
        used("15.00");
        nextMonthBegins();

        assertThat(documents())
                .extracting(invoice -> invoice.amounts().net().toPlainString())
                .containsExactly("10.00", "20.00", "-5.00", "5.00");
    }

    private void nextMonthBegins() {
        month = month.plusMonths(1);
        on(1, "5.0900");
        closeMonth();
    }

    private void closeMonth() {
        world.the(Advances.class).run(world.clock().instant());
    }

    private Money credit() {
        return world.the(LedgerService.class).balance(account).total();
    }

    private void used(String net) {
        world.the(LedgerService.class)
                .charge(
                        account,
                        TransferId.random(),
                        Money.ofEuro(net),
                        Book.CALLS,
                        Wording.of("ledger.call", "x", "y"));
    }

    private void paid(String gross) {
        world.the(Settlement.class)
                .settle(
                        account,
                        new Receipt(
                                TransferId.random(),
                                new BigDecimal(gross),
                                PaidBy.BANK_TRANSFER,
                                "OP 17",
                                Optional.empty()));
    }

    /** Oldest first. */
    private List<Invoice> documents() {
        return world.the(InvoiceService.class).list(account, PageRequest.first(20)).items().stream()
                .sorted(java.util.Comparator.comparing(Invoice::printed))
                .toList();
    }

    private void on(int day, String lei) {
        LocalDate date = month.atDay(day);
        world.clock().setLocal(date + "T11:45:42");
        world.the(TaxTables.class).add(new EuroRate(date, new BigDecimal(lei)));
    }
}
