package ro.clickphone.pbx.card;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;
import ro.clickphone.pbx.payment.PaymentReference;
import ro.clickphone.pbx.payment.Proforma;

@Entity
@Table(name = "card_payment")
class CardPaymentEntity {
    @Id
    @Column(name = "order_id")
    private String id;

    @Column(name = "account_id")
    private long account;

    private String reference;

    @Enumerated(EnumType.STRING)
    private CardWay way;

    private BigDecimal amount;

    @Enumerated(EnumType.STRING)
    private CardState state;

    private String told;
    private String transaction;
    private String message;
    private String invoice;

    @Column(name = "asked_back")
    private BigDecimal askedBack;

    @Column(name = "created_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant createdAt;

    @Column(name = "decided_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant decidedAt;

    protected CardPaymentEntity() {}

    CardPaymentEntity(Proforma proforma, CardWay way, Instant now) {
        this.id = CardOrderId.random().value();
        this.account = proforma.account().value();
        this.reference = proforma.reference().value();
        this.way = way;
        this.amount = proforma.grossInLei();
        this.state = CardState.OPEN;
        this.told = "";
        this.transaction = "";
        this.message = "";
        this.invoice = "";
        this.askedBack = BigDecimal.ZERO;
        this.createdAt = now;
    }

    void told(Announced answer) {
        told = answer.page();
        transaction = answer.transaction();
    }

    String told() {
        return told;
    }

    void paid(CardNotice notice, String printed, Instant now) {
        decided(CardState.PAID, notice, now);
        invoice = printed;
    }

    void decided(CardState other, CardNotice notice, Instant now) {
        decided(other, notice, notice.message(), now);
    }

    /** @param words for the person who looks at it */
    void decided(CardState other, CardNotice notice, String words, Instant now) {
        state = other;
        transaction = notice.transaction();
        message = words;
        decidedAt = now;
    }

    /** A person has put the books right. */
    void lookedAt(Instant now) {
        state = CardState.RETURNED;
        decidedAt = now;
    }

    /** @param lei less than nothing when the service did not take the order */
    void askedBack(BigDecimal lei) {
        askedBack = askedBack.add(lei);
    }

    CardPayment asPayment() {
        return new CardPayment(
                new CardOrderId(id),
                new AccountId(account),
                new PaymentReference(reference),
                way,
                amount,
                state,
                transaction,
                message,
                Optional.of(invoice).filter(printed -> !printed.isEmpty()),
                createdAt,
                askedBack);
    }
}
