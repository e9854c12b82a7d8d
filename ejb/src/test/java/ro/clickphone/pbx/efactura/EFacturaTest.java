package ro.clickphone.pbx.efactura;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.billing.BillingService;
import ro.clickphone.pbx.billing.Party;
import ro.clickphone.pbx.billing.SupplierDesk;
import ro.clickphone.pbx.document.CiusRo;
import ro.clickphone.pbx.document.DocumentKind;
import ro.clickphone.pbx.document.PaidBy;
import ro.clickphone.pbx.document.SampleDocuments;
import ro.clickphone.pbx.efactura.TaxOfficeSimulator.Mood;
import ro.clickphone.pbx.invoice.Invoice;
import ro.clickphone.pbx.invoice.InvoiceDesk;
import ro.clickphone.pbx.invoice.InvoiceFilter;
import ro.clickphone.pbx.invoice.InvoiceService;
import ro.clickphone.pbx.invoice.InvoiceSort;
import ro.clickphone.pbx.invoice.Reported;
import ro.clickphone.pbx.invoice.Sale;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.tax.EuroRate;
import ro.clickphone.pbx.tax.TaxTables;
import ro.clickphone.pbx.tax.VatSplit;
import ro.clickphone.pbx.world.World;

/** A document's way to the tax office and back, with the real services, a real database, and the office on the loopback. */
class EFacturaTest {
    private static final AccountId ACCOUNT = new AccountId(70_001);
    private static final LocalDate DAY = LocalDate.parse("2026-11-25");

    private static TaxOfficeSimulator office;
    private static World world;
    private static Courier courier;
    private static SendingBook book;
    private static EFacturaDesk desk;

    @BeforeAll
    static void openWorldWithOffice() {
        office = new TaxOfficeSimulator();
        open(usual());
    }

    @AfterAll
    static void close() {
        world.close();
        office.close();
    }

    @BeforeEach
    void nothingIsOnItsWay() {
        office.forget();
        world.clock().setLocal(DAY + "T11:45:42");
        world.asked(db -> db.createNativeQuery("DELETE FROM efactura_seal").executeUpdate());
        world.asked(db -> db.createNativeQuery("DELETE FROM efactura").executeUpdate());
        world.asked(db -> db.createNativeQuery("DELETE FROM mail WHERE kind LIKE 'efactura%'")
                .executeUpdate());
    }

    private static Map<String, String> usual() {
        return Map.of("PBX_ANAF_URL", office.service().toString(), "PBX_ANAF_TOKEN", "first");
    }

    @Test
    void issued_invoice_is_sent_once_and_its_sealed_answer_is_kept() {
        Invoice invoice = issue(SampleDocuments.COMPANY);

        round();
        round();
        assertThat(state(invoice)).isEqualTo(SendState.SENT);
        assertThat(reported(invoice)).isEqualTo(Reported.SENT);
        office.judgement = "ok";
        round();

        assertThat(state(invoice)).isEqualTo(SendState.ACCEPTED);
        assertThat(reported(invoice)).isEqualTo(Reported.ACCEPTED);
        assertThat(SealedAnswer.read(desk.sealed(ACCOUNT, invoice.number())).holds(invoice.printed()))
                .isTrue();
        round();
        assertThat(office.uploads).hasSize(1);
        TaxOfficeSimulator.Upload upload = office.uploads.get(0);
        assertThat(upload.door()).endsWith("/upload");
        assertThat(upload.query()).isEqualTo("standard=UBL&cif=17072761");
        assertThat(CiusRo.check(DocumentKind.INVOICE, upload.xml())).isEmpty();
    }

    @Test
    void private_person_s_invoice_and_a_credit_note_go_by_their_own_doors() {
        Invoice invoice = issue(SampleDocuments.PERSON);
        world.inTransaction(() -> world.the(InvoiceService.class)
                .takeBack(ACCOUNT, invoice.number(), new BigDecimal("12.10"), "plată dublă"));

        round();

        assertThat(office.uploads)
                .extracting(upload -> upload.door() + "?" + upload.query())
                .containsExactly(
                        "/rest/uploadb2c?standard=UBL&cif=17072761", "/rest/uploadb2c?standard=CN&cif=17072761");
    }

    @Test
    void refused_document_names_the_rule_tells_the_operator_and_can_be_sent_again() {
        Invoice invoice = issue(SampleDocuments.COMPANY);
        office.judgement = "nok";
        round();
        round();

        assertThat(only(SendState.REFUSED).problem()).contains("BR-RO-110");
        assertThat(reported(invoice)).isEqualTo(Reported.REFUSED);
        assertThat(world.number("SELECT COUNT(*) FROM mail WHERE kind = 'efactura.refused'"))
                .isEqualTo(1);

        desk.again(invoice.number());
        office.judgement = "ok";
        round();
        round();
        assertThat(state(invoice)).isEqualTo(SendState.ACCEPTED);
        assertThat(office.uploads).hasSize(2);
    }

    @Test
    void accepted_document_is_never_sent_again() {
        Invoice invoice = issue(SampleDocuments.COMPANY);
        office.judgement = "ok";
        round();
        round();

        assertThatThrownBy(() -> desk.again(invoice.number())).hasMessageContaining("efactura.underway");
    }

    @Test
    void line_that_breaks_after_the_office_has_it_makes_no_second_upload() {
        office.mood = Mood.TAKES_AND_HANGS_UP;
        Invoice invoice = issue(SampleDocuments.COMPANY);
        round();
        assertThat(state(invoice)).isEqualTo(SendState.UNSURE);

        office.mood = Mood.TAKES;
        round();
        assertThat(state(invoice)).as("not listed yet").isEqualTo(SendState.UNSURE);
        office.judgement = "ok";
        round();
        round();

        assertThat(state(invoice)).isEqualTo(SendState.ACCEPTED);
        assertThat(office.uploads).hasSize(1);
    }

    @Test
    void server_that_died_before_the_upload_sends_it_once_after_the_office_did_not_list_it_for_a_day() {
        Invoice invoice = issue(SampleDocuments.COMPANY);
        assertThat(book.claim(invoice.number())).isPresent();

        round();
        assertThat(state(invoice)).as("another may still be sending").isEqualTo(SendState.SENDING);
        world.clock().advance(SendingBook.CLAIM);
        round();
        assertThat(state(invoice)).isEqualTo(SendState.UNSURE);
        for (int hours = 0; hours < 24; hours++) {
            round();
            world.clock().advance(Duration.ofHours(1));
        }
        assertThat(office.uploads).isEmpty();
        round();
        round();
        round();

        assertThat(office.uploads).hasSize(1);
        assertThat(state(invoice)).isEqualTo(SendState.SENT);
    }

    @Test
    void office_that_is_busy_is_asked_later_and_nothing_is_lost() {
        office.mood = Mood.IS_BUSY;
        Invoice invoice = issue(SampleDocuments.COMPANY);
        round();
        assertThat(state(invoice)).isEqualTo(SendState.WAITING);
        assertThat(courier.trouble()).contains("less often");
        office.mood = Mood.TAKES;
        round();
        assertThat(state(invoice)).isEqualTo(SendState.SENT);
        assertThat(courier.trouble()).isEmpty();
    }

    @Test
    void office_that_cannot_be_reached_certainly_has_nothing() {
        another(Map.of("PBX_ANAF_URL", "http://127.0.0.1:1/rest", "PBX_ANAF_TOKEN", "first"));
        Invoice invoice = issue(SampleDocuments.COMPANY);

        round();

        assertThat(state(invoice)).isEqualTo(SendState.WAITING);
        assertThat(courier.trouble()).contains("cannot be reached");
        another(usual());
    }

    @Test
    void document_that_the_office_does_not_take_waits_for_a_person_in_the_end() {
        office.mood = Mood.SAYS_NO;
        Invoice invoice = issue(SampleDocuments.COMPANY);
        for (int i = 0; i < SendingBook.MOST_ATTEMPTS + 2; i++) {
            round();
        }

        assertThat(state(invoice)).isEqualTo(SendState.STUCK);
        assertThat(only(SendState.STUCK).problem()).contains("Nu aveti drept");
        assertThat(office.uploads).hasSize(SendingBook.MOST_ATTEMPTS);
    }

    @Test
    void token_that_is_no_longer_taken_is_renewed() {
        another(Map.of(
                "PBX_ANAF_URL", office.service().toString(),
                "PBX_ANAF_TOKEN_URL", office.tokens().toString(),
                "PBX_ANAF_TOKEN", "expired",
                "PBX_ANAF_CLIENT_ID", "id",
                "PBX_ANAF_CLIENT_SECRET", "secret",
                "PBX_ANAF_REFRESH_TOKEN", "a refresh/token"));
        Invoice invoice = issue(SampleDocuments.COMPANY);

        round();

        assertThat(state(invoice)).isEqualTo(SendState.SENT);
        assertThat(office.renewals).isEqualTo(1);
        another(usual());
    }

    @Test
    void document_near_its_deadline_is_urgent_and_the_operator_is_told_once_a_day() {
        office.mood = Mood.IS_BUSY;
        issue(SampleDocuments.COMPANY);
        assertThat(only(SendState.WAITING).deadline())
                .as("five working days after a Wednesday, over 30 November and 1 December")
                .isEqualTo("2026-12-04");

        world.clock().setLocal("2026-12-02T09:00:00");
        assertThat(desk.urgent()).isZero();
        world.clock().setLocal("2026-12-03T09:00:00");
        assertThat(desk.urgent()).isEqualTo(1);
        desk.watchDeadlines();
        desk.watchDeadlines();
        assertThat(world.number("SELECT COUNT(*) FROM mail WHERE kind = 'efactura.deadline'"))
                .isEqualTo(1);
    }

    @Test
    void without_settings_documents_wait() {
        another(Map.of());
        Invoice invoice = issue(SampleDocuments.COMPANY);

        round();

        assertThat(courier.isConfigured()).isFalse();
        assertThat(state(invoice)).isEqualTo(SendState.WAITING);
        assertThat(office.uploads).isEmpty();
        another(usual());
    }

    private static void another(Map<String, String> settings) {
        world.close();
        open(settings);
    }

    private static void open(Map<String, String> settings) {
        world = World.with(settings);
        world.clock().setLocal(DAY + "T11:45:42");
        world.the(SupplierDesk.class).save(SampleDocuments.SUPPLIER);
        world.the(TaxTables.class).add(new EuroRate(DAY, new BigDecimal("5.0873")));
        world.the(AccountService.class).create(ACCOUNT, new NewAccount("Probe SRL", ZoneId.of("Europe/Bucharest"), 5));
        courier = world.the(Courier.class);
        book = world.the(SendingBook.class);
        desk = world.the(EFacturaDesk.class);
    }

    private Invoice issue(Party customer) {
        world.the(BillingService.class).save(ACCOUNT, customer);
        VatSplit amounts = VatSplit.ofNet(new BigDecimal("20.00"), SampleDocuments.VAT);
        return world.the(InvoiceService.class)
                .issue(ACCOUNT, new Sale("Credit preplătit", amounts, DAY, PaidBy.BANK_TRANSFER, "OP 17"));
    }

    /** Everything that waits for a while is due. */
    private void round() {
        courier.run();
        world.clock().advance(Duration.ofSeconds(1));
        world.asked(
                db -> db.createNativeQuery("UPDATE efactura SET next_at = '2000-01-01' WHERE state NOT IN ('SENDING')")
                        .executeUpdate());
    }

    private SendState state(Invoice invoice) {
        return desk.list(EnumSet.allOf(SendState.class), PageRequest.first(50)).items().stream()
                .filter(one -> one.number().equals(invoice.number()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private Sending only(SendState state) {
        return Optional.of(desk.list(EnumSet.of(state), PageRequest.first(50)).items())
                .filter(list -> list.size() == 1)
                .orElseThrow()
                .get(0);
    }

    private Reported reported(Invoice invoice) {
        return world
                .the(InvoiceDesk.class)
                .list(InvoiceFilter.between(DAY, DAY.plusDays(30)), InvoiceSort.NEWEST_FIRST, PageRequest.first(50))
                .items()
                .stream()
                .filter(one -> one.number().equals(invoice.number()))
                .findFirst()
                .orElseThrow()
                .reported();
    }
}
