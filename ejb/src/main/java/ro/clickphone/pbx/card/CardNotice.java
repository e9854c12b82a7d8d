package ro.clickphone.pbx.card;

import java.math.BigDecimal;

/**
 * What a payment service says of an order, once its signature has been found good.
 *
 * @param transaction the service's own number of the payment
 * @param message the service's words
 */
public record CardNotice(
        CardOrderId order, String transaction, Outcome outcome, BigDecimal amount, String currency, String message) {
    /** What became of the money. */
    public enum Outcome {
        PAID,
        REFUSED,
        /** Nothing is decided yet. */
        PENDING,
        /** It went back: refunded at the service, or taken back by the card's bank. */
        RETURNED
    }

    private static final int LONGEST = 64;
    private static final int LONGEST_MESSAGE = 200;

    public CardNotice {
        if (!transaction.matches("[0-9A-Za-z_-]{1," + LONGEST + "}")) {
            throw new IllegalArgumentException("no number of a transaction");
        }
        String line = message.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        message = line.substring(0, Math.min(LONGEST_MESSAGE, line.length()));
    }
}
