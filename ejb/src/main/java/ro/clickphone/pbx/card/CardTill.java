package ro.clickphone.pbx.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.pbx.billing.BillingService;
import ro.clickphone.pbx.invoice.Invoice;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.payment.PaymentReference;

/** Where a customer pays a proforma by card. The payment service is spoken to outside of any transaction. */
@ApplicationScoped
public class CardTill {
    private static final Logger LOG = Logger.getLogger(CardTill.class.getName());
    /** A notice comes within seconds of the payment; a customer may need minutes to pay. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Duration OLDEST_ASKED = Duration.ofDays(3);
    private static final int AT_A_TIME = 100;

    @Inject
    private Collectors collectors;

    @Inject
    private CardBook book;

    @Inject
    private BillingService billing;

    @Inject
    private Clock clock;

    /** What is configured; without it nobody is offered to pay by card. */
    public List<CardWay> ways() {
        return collectors.ways().stream().sorted().toList();
    }

    /**
     * Orders the amount of a proforma at a payment service.
     *
     * @throws Refusal {@code payment.closed}, {@code card.away}
     */
    public CardOrderId order(AccountId account, PaymentReference reference, CardWay way, String language) {
        Collector collector = collector(way);
        CardPayment payment = book.open(account, reference, way);
        collector.announce(asOrder(payment, language)).ifPresent(answer -> book.told(account, payment.id(), answer));
        return payment.id();
    }

    /** How the browser gets there. @throws NotFound {@code card.unknown} */
    public Departure departure(AccountId account, CardOrderId order, String language) {
        String told = book.told(account, order);
        CardPayment payment = book.find(account, order);
        return collector(payment.way()).departure(asOrder(payment, language), told);
    }

    /**
     * Gives the money of an invoice that was paid by card back to the card. For finance, which has taken the credit back.
     *
     * @param gross euro with VAT: all of the invoice or a part
     */
    public GiveBack giveBack(AccountId account, Invoice invoice, BigDecimal gross) {
        Optional<CardPayment> paid = book.paid(account, invoice.printed()).filter(CardPayment::isWithUs);
        Optional<Collector> collector = paid.flatMap(payment -> collectors.of(payment.way()));
        if (collector.isEmpty()) {
            return GiveBack.NOT_TAKEN;
        }
        CardPayment payment = paid.orElseThrow();
        BigDecimal lei = payment.amount()
                .multiply(gross)
                .divide(invoice.amounts().gross(), 2, RoundingMode.HALF_UP)
                .min(payment.amount().subtract(payment.askedBack()));
        // noted first: the service may tell of it before it answers
        book.askedBack(account, payment.id(), lei);
        GiveBack answer = collector.get().giveBack(payment.transaction(), lei);
        if (answer == GiveBack.NOT_TAKEN) {
            book.askedBack(account, payment.id(), lei.negate());
        }
        return answer;
    }

    /**
     * Asks the services what became of orders of which no notice has come: one may have been lost on its way. What they
     * say is booked as their notice would have been, once, also when that comes still.
     *
     * @return how many were asked for
     */
    public int askForOpen() {
        Instant now = clock.instant();
        List<CardPayment> open = book.open(now.minus(OLDEST_ASKED), now.minus(PATIENCE), AT_A_TIME);
        open.forEach(this::ask);
        return open.size();
    }

    private void ask(CardPayment payment) {
        try {
            collectors
                    .of(payment.way())
                    .flatMap(collector -> collector.ask(payment))
                    .ifPresent(notice -> book.learn(payment.way(), notice));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "what became of order " + payment.id() + " could not be booked");
        }
    }

    private Collector collector(CardWay way) {
        return collectors.of(way).orElseThrow(() -> new NotFound("card.unknown", way));
    }

    private CardOrder asOrder(CardPayment payment, String language) {
        return new CardOrder(
                payment.id(),
                payment.reference(),
                payment.amount(),
                billing.require(payment.account()),
                clock.instant(),
                language);
    }
}
