package ro.clickphone.pbx.ledger;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What a row says, in no language yet: {@code ledger.firstMonth} with {@code 2015-10-05}, {@code 2015-10-31} and {@code
 * Hosted PBX 7}. Dates and months stand as ISO 8601 writes them; the reader's language shapes them.
 *
 * @param key in the resource bundles
 * @param arguments what its places are filled with; 500 characters in all
 * @param arithmetic how the amount came about, {@code 7.00 × 26/31 = 5.87}; empty when there is nothing to explain
 */
public record Wording(String key, List<String> arguments, String arithmetic) implements Serializable {
    private static final int MOST_CHARACTERS = 500;
    private static final int LONGEST_KEY = 64;
    private static final String SEPARATOR = "\n";

    public Wording {
        Objects.requireNonNull(key, "key");
        if (!key.matches("[A-Za-z0-9.]{1," + LONGEST_KEY + "}")) {
            throw new IllegalArgumentException("no key of a text: " + key);
        }
        arguments = arguments.stream()
                .map(argument -> argument.replaceAll("\\p{Cntrl}", " "))
                .toList();
        if (String.join(SEPARATOR, arguments).length() > MOST_CHARACTERS || arithmetic.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("a row's text is longer than " + MOST_CHARACTERS + " characters");
        }
    }

    public static Wording of(String key, String... arguments) {
        return new Wording(key, List.of(arguments), "");
    }

    public Wording explained(String how) {
        return new Wording(key, arguments, how);
    }

    String packed() {
        return String.join(SEPARATOR, arguments);
    }

    static Wording unpack(String key, String packed, String arithmetic) {
        return new Wording(key, packed.isEmpty() ? List.of() : List.of(packed.split(SEPARATOR, -1)), arithmetic);
    }
}
