package ro.clickphone.pbx.invoice;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.billing.BillingService;
import ro.clickphone.pbx.billing.Party;
import ro.clickphone.pbx.billing.SupplierDesk;
import ro.clickphone.pbx.document.CiusRo;
import ro.clickphone.pbx.document.Document;
import ro.clickphone.pbx.document.DocumentKind;
import ro.clickphone.pbx.document.DocumentPdf;
import ro.clickphone.pbx.document.Finding;
import ro.clickphone.pbx.document.Origin;
import ro.clickphone.pbx.document.Ubl;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.notify.Attachment;
import ro.clickphone.pbx.notify.Mail;
import ro.clickphone.pbx.notify.Outbox;
import ro.clickphone.pbx.tax.TaxTables;

/** Issues a customer's invoices and credit notes, and shows them. */
@Stateless
@Guarded(Need.FINANCE)
public class InvoiceService {
    private static final int MOST_FINDINGS = 5;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Clock clock;

    @Inject
    private TaxTables tax;

    @Inject
    private BillingService billing;

    @Inject
    private SupplierDesk suppliers;

    @Inject
    private Outbox outbox;

    @Inject
    private Audit audit;

    @Inject
    private Event<InvoiceIssued> issued;

    /**
     * Issues an invoice in the caller's transaction: if that fails later, there never was one, nor its number.
     *
     * @throws Refusal {@code billing.missing}, {@code billing.supplier.missing}, {@code tax.euro.unknown}; {@code
     *     invoice.rules} with the official rules that it would break; {@code invoice.clock}
     */
    public Invoice issue(AccountId account, Sale sale) {
        LocalDate today = tax.today();
        Party customer = billing.require(account);
        SeriesEntity series = series();
        InvoiceNumber number = series.allot(today);
        Document document = new Document(
                sale.kind(),
                number.printed(today),
                today,
                sale.suppliedOn(),
                suppliers.require(),
                customer,
                sale.item(),
                sale.amounts(),
                sale.rate().orElseGet(() -> tax.euroRate(today)),
                sale.paidBy(),
                sale.remark(),
                Optional.empty());
        return keep(account, number, document);
    }

    /**
     * Issues a credit note for an invoice, whole or in part.
     *
     * @param gross what is taken back, with VAT; positive
     * @throws NotFound {@code invoice.unknown}
     * @throws Refusal {@code invoice.takenBack} when more would be taken back than was invoiced; and as {@link #issue}
     */
    public Invoice takeBack(AccountId account, InvoiceNumber number, BigDecimal gross, String reason) {
        LocalDate today = tax.today();
        SeriesEntity series = series();
        Invoice origin = find(account, number);
        Rest left = rest(origin);
        if (!origin.kind().isPayment()
                || gross.signum() <= 0
                || gross.compareTo(left.amounts().gross()) > 0) {
            throw new Refusal(
                    "invoice.takenBack",
                    "amount",
                    origin.printed(),
                    left.amounts().gross());
        }
        Rest taken = left.part(gross, origin);
        InvoiceNumber allotted = series.allot(today);
        Document document = new Document(
                DocumentKind.CREDIT_NOTE,
                allotted.printed(today),
                today,
                today,
                suppliers.require(),
                origin.customer(),
                origin.item(),
                taken.amounts(),
                // what is reversed keeps the rate at which it was declared
                origin.rate(),
                taken.vatInLei(),
                origin.paidBy(),
                "",
                Optional.of(new Origin(origin.printed(), origin.issuedOn(), reason)));
        return keep(account, allotted, document);
    }

    /** How much of an invoice has not been taken back yet. @throws NotFound {@code invoice.unknown} */
    @Guarded(Need.READ_MONEY)
    public BigDecimal left(AccountId account, InvoiceNumber number) {
        return rest(find(account, number)).amounts().gross();
    }

    private Rest rest(Invoice origin) {
        List<Invoice> notes = db.createQuery(
                        "SELECT i FROM InvoiceEntity i WHERE i.account = :account AND i.takesBack = :number",
                        InvoiceEntity.class)
                .setParameter("account", origin.account().value())
                .setParameter("number", origin.number().value())
                .getResultStream()
                .map(InvoiceEntity::asInvoice)
                .toList();
        return Rest.of(origin, notes);
    }

    /** @throws NotFound {@code invoice.unknown}, also when it is another customer's */
    @Guarded(Need.READ_MONEY)
    public Invoice find(AccountId account, InvoiceNumber number) {
        return Optional.ofNullable(db.find(InvoiceEntity.class, number.value()))
                .map(InvoiceEntity::asInvoice)
                .filter(found -> found.account().equals(account))
                .orElseThrow(() -> new NotFound("invoice.unknown", number.value()));
    }

    /** The customer's invoices and credit notes, newest first. */
    @Guarded(Need.READ_MONEY)
    public Page<Invoice> list(AccountId account, PageRequest page) {
        List<Invoice> invoices = db.createQuery(
                        "SELECT i FROM InvoiceEntity i WHERE i.account = :account ORDER BY i.number DESC",
                        InvoiceEntity.class)
                .setParameter("account", account.value())
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(InvoiceEntity::asInvoice)
                .toList();
        long total = db.createQuery("SELECT COUNT(i) FROM InvoiceEntity i WHERE i.account = :account", Long.class)
                .setParameter("account", account.value())
                .getSingleResult();
        return new Page<>(invoices, total);
    }

    /** @throws NotFound {@code invoice.unknown} */
    @Guarded(Need.READ_MONEY)
    public byte[] pdf(AccountId account, InvoiceNumber number) {
        return files(find(account, number)).pdf();
    }

    /** As it was sent to the tax office. @throws NotFound {@code invoice.unknown} */
    @Guarded(Need.READ_MONEY)
    public String xml(AccountId account, InvoiceNumber number) {
        return files(find(account, number)).xml();
    }

    private SeriesEntity series() {
        return db.find(SeriesEntity.class, SeriesEntity.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    private InvoiceFileEntity files(Invoice invoice) {
        return db.find(InvoiceFileEntity.class, invoice.number().value());
    }

    private Invoice keep(AccountId account, InvoiceNumber number, Document document) {
        String xml = Ubl.of(document);
        check(document, xml);
        byte[] pdf = DocumentPdf.of(document);
        InvoiceEntity invoice = new InvoiceEntity(account, number, document, clock.instant());
        db.persist(invoice);
        db.persist(new InvoiceFileEntity(number, pdf, xml));
        db.flush();
        audit.record(
                account,
                new Act(
                        "invoice.issued",
                        document.number(),
                        "",
                        document.amounts().gross() + " €"));
        issued.fire(new InvoiceIssued(account, number));
        mail(account, document, pdf);
        return invoice.asInvoice();
    }

    private static void check(Document document, String xml) {
        List<Finding> findings = CiusRo.check(document.kind(), xml);
        if (!findings.isEmpty()) {
            throw new Refusal(
                    "invoice.rules",
                    "",
                    findings.stream()
                            .limit(MOST_FINDINGS)
                            .map(Finding::toString)
                            .collect(Collectors.joining("; ")));
        }
    }

    /** Manual, item 145. */
    private void mail(AccountId account, Document document, byte[] pdf) {
        String kind = document.kind() == DocumentKind.CREDIT_NOTE ? "invoice.takenBack" : "invoice.issued";
        outbox.post(
                account,
                Mail.of(
                                kind,
                                document.customer().email(),
                                "ro",
                                document.number(),
                                document.amounts().gross().toPlainString(),
                                document.supplier().party().name())
                        .with(new Attachment(fileName(document.number()) + ".pdf", "application/pdf", pdf)));
    }

    /** {@code factura-07929944-05.10.2015}. */
    private static String fileName(String printed) {
        return "factura-" + printed.replace('/', '-');
    }
}
