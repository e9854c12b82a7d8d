package ro.clickphone.pbx.card;

import java.math.BigDecimal;
import java.util.Optional;
import ro.clickphone.pbx.kernel.Refusal;

/** A payment service: it is given an order, and tells by signed notices what became of it. */
interface Collector {
    CardWay way();

    /**
     * Tells the service of an order.
     *
     * @return what the service answers, where it is asked; else {@link #departure} knows the way
     * @throws Refusal {@code card.away}
     */
    Optional<Announced> announce(CardOrder order);

    /** @param told the page that {@link #announce} returned; empty if none */
    Departure departure(CardOrder order, String told);

    /**
     * Asks the service to give money back to the card, once: it is never asked again for the same refund.
     *
     * @param transaction the service's number of the payment
     * @param lei all of it or a part
     */
    GiveBack giveBack(String transaction, BigDecimal lei);

    /**
     * Asks the service what became of an order of which no notice has come.
     *
     * @return empty when it does not say, or there is no way to ask
     */
    Optional<CardNotice> ask(CardPayment payment);

    /** @throws Refusal {@code card.signature} unless it is the service's own, for us, and whole */
    CardNotice read(SignedPost post);
}
