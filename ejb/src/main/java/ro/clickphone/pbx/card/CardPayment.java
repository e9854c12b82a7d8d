package ro.clickphone.pbx.card;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.payment.PaymentReference;

/**
 * An order at a payment service.
 *
 * @param amount in lei
 * @param transaction the service's number of the payment; empty before there is one
 * @param message the service's words, of a refusal for instance; or the amounts that differ
 * @param invoice printed number, once it is paid
 * @param askedBack how much of it, in lei, the service was asked to give back
 */
public record CardPayment(
        CardOrderId id,
        AccountId account,
        PaymentReference reference,
        CardWay way,
        BigDecimal amount,
        CardState state,
        String transaction,
        String message,
        Optional<String> invoice,
        Instant createdAt,
        BigDecimal askedBack)
        implements Serializable {
    public boolean isOpen() {
        return state == CardState.OPEN;
    }

    /** Whether the money lies with us, so that a service can be asked to give it back. */
    public boolean isWithUs() {
        return state == CardState.PAID;
    }
}
