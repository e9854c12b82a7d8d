package ro.clickphone.pbx.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;
import ro.clickphone.pbx.tax.EuroRate;
import ro.clickphone.pbx.tax.VatSplit;

@Entity
@Table(name = "proforma")
class ProformaEntity {
    @Id
    private String reference;

    @Column(name = "account_id")
    private long account;

    @Column(name = "vat_percent")
    private BigDecimal percent;

    private BigDecimal net;
    private BigDecimal vat;
    private BigDecimal gross;

    @Column(name = "rate_day")
    private LocalDate rateDay;

    private BigDecimal lei;

    @Enumerated(EnumType.STRING)
    private ProformaState state;

    @Column(name = "created_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant createdAt;

    @Column(name = "expires_on")
    private LocalDate expiresOn;

    private String invoice;

    protected ProformaEntity() {}

    ProformaEntity(AccountId account, VatSplit amounts, EuroRate rate, Instant now, LocalDate expiresOn) {
        this.reference = PaymentReference.random().value();
        this.account = account.value();
        this.percent = amounts.percent();
        this.net = amounts.net();
        this.vat = amounts.vat();
        this.gross = amounts.gross();
        this.rateDay = rate.day();
        this.lei = rate.lei();
        this.state = ProformaState.OPEN;
        this.createdAt = now;
        this.expiresOn = expiresOn;
        this.invoice = "";
    }

    void cancel() {
        this.state = ProformaState.CANCELLED;
    }

    void paid(String printed) {
        this.state = ProformaState.PAID;
        this.invoice = printed;
    }

    Proforma asProforma(LocalDate today) {
        return new Proforma(
                new AccountId(account),
                new PaymentReference(reference),
                new VatSplit(percent, net, vat, gross),
                new EuroRate(rateDay, lei),
                state == ProformaState.OPEN && today.isAfter(expiresOn) ? ProformaState.EXPIRED : state,
                createdAt,
                expiresOn,
                Optional.of(invoice).filter(printed -> !printed.isEmpty()));
    }
}
