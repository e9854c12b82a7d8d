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
     * @return where the service wants the browser, where it says so; else {@link #departure} knows
     * @throws Refusal {@code card.away}
     */
    Optional<String> announce(CardOrder order);

    /** @param told what {@link #announce} returned; empty if nothing */
    Departure departure(CardOrder order, String told);

    /**
     * Asks the service to give money back to the card, once: it is never asked again for the same refund.
     *
     * @param transaction the service's number of the payment
     * @param lei all of it or a part
     */
    GiveBack giveBack(String transaction, BigDecimal lei);

    /** @throws Refusal {@code card.signature} unless it is the service's own, for us, and whole */
    CardNotice read(SignedPost post);
}
