package ro.clickphone.pbx.billing;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.Locale;
import ro.clickphone.pbx.kernel.Refusal;

/** A bank account (ISO 13616), checked by its two check figures. */
public record Iban(String value) implements Serializable {
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    /** @throws Refusal {@code billing.iban} */
    public Iban {
        value = value.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (!value.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}") || !checks(value)) {
            throw new Refusal("billing.iban", "iban", value);
        }
    }

    private static boolean checks(String iban) {
        StringBuilder figures = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> figures.append(Character.getNumericValue(c)));
        return new BigInteger(figures.toString()).mod(MODULUS).equals(BigInteger.ONE);
    }

    /** In groups of four, as people read it. */
    public String grouped() {
        return value.replaceAll("(.{4})(?=.)", "$1 ");
    }

    @Override
    public String toString() {
        return value;
    }
}
