package ro.clickphone.pbx.ledger;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/**
 * The name that the caller gives to a transfer, one for each thing that happened: {@code fee:17:2015-11},
 * {@code call:…}, {@code bank:…}. The same name again is the same transfer, and changes nothing.
 *
 * @param value 1 to 80 of letters, digits and {@code : . / _ -}
 */
public record TransferId(String value) implements Serializable {
    public TransferId {
        Objects.requireNonNull(value, "value");
        if (!value.matches("[A-Za-z0-9:./_-]{1,80}")) {
            throw new IllegalArgumentException("no name for a transfer: " + value);
        }
    }

    public static TransferId random() {
        return new TransferId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
