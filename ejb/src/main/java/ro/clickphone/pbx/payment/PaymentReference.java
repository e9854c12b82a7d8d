package ro.clickphone.pbx.payment;

import java.io.Serializable;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import ro.clickphone.pbx.kernel.NotFound;

/**
 * What the customer writes on the transfer, {@code CP-7K3M-9QTX}: seven random characters and one that checks them, so
 * that a mistyped one finds nobody's proforma instead of another's.
 */
public record PaymentReference(String value) implements Serializable {
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int RANDOM_CHARACTERS = 7;
    private static final int HALF = 4;
    private static final SecureRandom RANDOM = new SecureRandom();
    /** As people and banks write it: spaces, no dashes, small letters, in the middle of other words. */
    private static final Pattern ANYWHERE =
            Pattern.compile("(?<![A-Z0-9])C ?P[-. ]?([2-9A-HJ-NP-Z](?:[-. ]?[2-9A-HJ-NP-Z]){7})(?![A-Z0-9])");

    /** @throws NotFound {@code payment.unknown} */
    public PaymentReference {
        if (!value.matches("CP-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}")
                || !checks(value.replace("-", "").substring(2))) {
            throw new NotFound("payment.unknown", value);
        }
    }

    static PaymentReference random() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            body.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return ofBody(body.toString() + checkCharacter(body));
    }

    /** Every reference that stands in a text; those whose check character is wrong are none. */
    public static List<PaymentReference> allIn(String text) {
        return ANYWHERE.matcher(text.toUpperCase(Locale.ROOT))
                .results()
                .map(found -> found.group(1).replaceAll("[-. ]", ""))
                .filter(PaymentReference::checks)
                .map(PaymentReference::ofBody)
                .distinct()
                .toList();
    }

    private static PaymentReference ofBody(String body) {
        return new PaymentReference("CP-" + body.substring(0, HALF) + "-" + body.substring(HALF));
    }

    private static boolean checks(String body) {
        return checkCharacter(body.substring(0, RANDOM_CHARACTERS)) == body.charAt(RANDOM_CHARACTERS);
    }

    /** Odd weights: each single mistake and most swaps change it. */
    private static char checkCharacter(CharSequence body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * (2 * i + 1);
        }
        return ALPHABET.charAt(sum % ALPHABET.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
