package ro.clickphone.pbx.card;

import java.io.Serializable;
import java.security.SecureRandom;
import ro.clickphone.pbx.kernel.NotFound;

/** What a payment service calls an order of ours; it cannot be guessed. */
public record CardOrderId(String value) implements Serializable {
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws NotFound {@code card.unknown} */
    public CardOrderId {
        if (!value.matches("[2-9A-HJ-NP-Z]{" + LENGTH + "}")) {
            throw new NotFound("card.unknown", value.substring(0, Math.min(LENGTH, value.length())));
        }
    }

    static CardOrderId random() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new CardOrderId(text.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
