package ro.clickphone.pbx.invoice;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import ro.clickphone.pbx.document.Document;
import ro.clickphone.pbx.document.DocumentKind;
import ro.clickphone.pbx.document.PaidBy;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;
import ro.clickphone.pbx.tax.EuroRate;
import ro.clickphone.pbx.tax.VatSplit;

/** Never changed once written, but for how far the tax office has come. */
@Entity
@Table(name = "invoice")
class InvoiceEntity {
    @Id
    @Column(name = "invoice_number")
    private long number;

    @Column(name = "account_id")
    private long account;

    private String printed;

    @Enumerated(EnumType.STRING)
    private DocumentKind kind;

    @Column(name = "issued_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant issuedAt;

    @Column(name = "issued_on")
    private LocalDate issuedOn;

    @Column(name = "supplied_on")
    private LocalDate suppliedOn;

    @Embedded
    private CustomerColumns customer;

    private String item;

    @Column(name = "vat_percent")
    private BigDecimal percent;

    private BigDecimal net;
    private BigDecimal vat;
    private BigDecimal gross;

    @Column(name = "rate_day")
    private LocalDate rateDay;

    private BigDecimal lei;

    @Column(name = "vat_lei")
    private BigDecimal vatInLei;

    @Enumerated(EnumType.STRING)
    @Column(name = "paid_by")
    private PaidBy paidBy;

    @Column(name = "takes_back")
    private Long takesBack;

    @Enumerated(EnumType.STRING)
    private Reported reported;

    protected InvoiceEntity() {}

    InvoiceEntity(AccountId account, InvoiceNumber number, Document document, Instant now) {
        VatSplit signed =
                document.kind() == DocumentKind.CREDIT_NOTE ? document.amounts().negated() : document.amounts();
        this.number = number.value();
        this.account = account.value();
        this.printed = document.number();
        this.kind = document.kind();
        this.issuedAt = now;
        this.issuedOn = document.issuedOn();
        this.suppliedOn = document.suppliedOn();
        this.customer = new CustomerColumns(document.customer());
        this.item = document.item();
        this.percent = signed.percent();
        this.net = signed.net();
        this.vat = signed.vat();
        this.gross = signed.gross();
        this.rateDay = document.rate().day();
        this.lei = document.rate().lei();
        this.vatInLei = document.kind() == DocumentKind.CREDIT_NOTE
                ? document.vatInLei().negate()
                : document.vatInLei();
        this.paidBy = document.paidBy();
        this.takesBack = document.origin()
                .map(origin -> InvoiceNumber.parse(origin.number()).value())
                .orElse(null);
        this.reported = Reported.WAITING;
    }

    void become(Reported state) {
        this.reported = state;
    }

    Invoice asInvoice() {
        return new Invoice(
                new AccountId(account),
                new InvoiceNumber(number),
                printed,
                kind,
                issuedAt,
                issuedOn,
                suppliedOn,
                customer.asParty(),
                item,
                new VatSplit(percent, net, vat, gross),
                new EuroRate(rateDay, lei),
                vatInLei,
                paidBy,
                Optional.ofNullable(takesBack).map(InvoiceNumber::new),
                reported);
    }
}
