package ro.clickphone.pbx.bank;

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
import java.time.LocalDate;
import java.util.Optional;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;
import ro.clickphone.pbx.payment.PaymentReference;

@Entity
@Table(name = "bank_line")
class BankLineEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "line_id")
    private long id;

    @SuppressWarnings("unused") // the database reads it
    private String fingerprint;

    @Column(name = "bank_id")
    private String bankId;

    @Column(name = "booked_on")
    private LocalDate bookedOn;

    private BigDecimal amount;
    private String currency;
    private String payer;

    @Column(name = "payer_iban")
    private String payerIban;

    private String details;

    @Enumerated(EnumType.STRING)
    private LineState state;

    private String why;

    @Column(name = "account_id")
    private Long account;

    private String reference;

    @Column(name = "entered_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant enteredAt;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "decided_by")
    private String decidedBy;

    private String note;

    protected BankLineEntity() {}

    BankLineEntity(BankLine line, String fingerprint, Instant now) {
        this.fingerprint = fingerprint;
        this.bankId = line.bankId();
        this.bookedOn = line.bookedOn();
        this.amount = line.amount();
        this.currency = line.currency();
        this.payer = line.payer();
        this.payerIban = line.payerIban();
        this.details = line.details();
        this.state = LineState.EXCEPTION;
        this.why = "bank.why.unknown";
        this.reference = "";
        this.enteredAt = now;
        this.proposedBy = "";
        this.decidedBy = "";
        this.note = "";
    }

    void exception(String reason) {
        this.state = LineState.EXCEPTION;
        this.why = reason;
        this.account = null;
        this.reference = "";
        this.proposedBy = "";
    }

    void proposed(AccountId owner, Optional<PaymentReference> paid, String who) {
        this.state = LineState.PROPOSED;
        this.why = "";
        this.account = owner.value();
        this.reference = paid.map(PaymentReference::value).orElse("");
        this.proposedBy = who;
    }

    void booked(String who, String invoice) {
        this.state = LineState.BOOKED;
        this.decidedBy = who;
        this.note = invoice;
    }

    void setAside(String who, String reason) {
        this.state = LineState.SET_ASIDE;
        this.decidedBy = who;
        this.note = reason;
    }

    StoredLine asLine() {
        return new StoredLine(
                id,
                new BankLine(bankId, bookedOn, amount, currency, payer, payerIban, details),
                state,
                why,
                Optional.ofNullable(account).map(AccountId::new),
                reference.isEmpty() ? Optional.empty() : Optional.of(new PaymentReference(reference)),
                enteredAt,
                proposedBy,
                decidedBy,
                note);
    }
}
