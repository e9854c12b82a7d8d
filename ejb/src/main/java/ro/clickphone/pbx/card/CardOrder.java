package ro.clickphone.pbx.card;

import java.math.BigDecimal;
import java.time.Instant;
import ro.clickphone.pbx.billing.Party;
import ro.clickphone.pbx.payment.PaymentReference;

/**
 * What a payment service is asked to collect.
 *
 * @param amount in lei: payments between residents are
 * @param payer whose billing data the service wants to know
 */
record CardOrder(
        CardOrderId id, PaymentReference reference, BigDecimal amount, Party payer, Instant at, String language) {
    static final String CURRENCY = "RON";

    String description() {
        return "Credit " + reference;
    }
}
