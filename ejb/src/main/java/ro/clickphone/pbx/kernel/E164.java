package ro.clickphone.pbx.kernel;

import java.io.Serializable;
import java.util.Objects;

/**
 * A public telephone number in the form of ITU-T E.164, with its plus sign: {@code +40310050562}.
 *
 * @param value plus sign and 3 to 15 digits, the first not zero
 */
public record E164(String value) implements Serializable {
    public E164 {
        Objects.requireNonNull(value, "value");
        if (!value.matches("\\+[1-9][0-9]{2,14}")) {
            throw new IllegalArgumentException("not an E.164 number: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
