package ro.clickphone.pbx.card;

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

    /** @throws Refusal {@code card.signature} unless it is the service's own, for us, and whole */
    CardNotice read(SignedPost post);
}
