package ro.clickphone.pbx.correction;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import ro.clickphone.pbx.invoice.InvoiceNumber;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;

@Entity
@Table(name = "correction")
class CorrectionEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "correction_id")
    private long id;

    @Column(name = "account_id")
    private long account;

    private BigDecimal amount;

    @Column(name = "invoice_number")
    private Long invoice;

    private String reason;

    @Enumerated(EnumType.STRING)
    private CorrectionState state;

    @Column(name = "proposed_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant proposedAt;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "decided_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant decidedAt;

    @Column(name = "decided_by")
    private String decidedBy;

    private String document;

    @Enumerated(EnumType.STRING)
    @Column(name = "money_back")
    private MoneyBack moneyBack;

    protected CorrectionEntity() {}

    CorrectionEntity(
            AccountId account,
            BigDecimal amount,
            Optional<InvoiceNumber> refunds,
            String reason,
            String who,
            Instant now) {
        this.account = account.value();
        this.amount = amount;
        this.invoice = refunds.map(InvoiceNumber::value).orElse(null);
        this.reason = reason;
        this.state = CorrectionState.PROPOSED;
        this.proposedAt = now;
        this.proposedBy = who;
        this.decidedBy = "";
        this.document = "";
        this.moneyBack = MoneyBack.NONE;
    }

    void decided(CorrectionState as, String who, Instant now) {
        this.state = as;
        this.decidedBy = who;
        this.decidedAt = now;
    }

    void documented(String creditNote, MoneyBack way) {
        this.document = creditNote;
        this.moneyBack = way;
    }

    void goesBack(MoneyBack way) {
        this.moneyBack = way;
    }

    Correction asCorrection() {
        return new Correction(
                id,
                new AccountId(account),
                amount,
                Optional.ofNullable(invoice).map(InvoiceNumber::new),
                reason,
                state,
                proposedAt,
                proposedBy,
                Optional.ofNullable(decidedAt),
                decidedBy,
                document,
                moneyBack);
    }
}
