package ro.clickphone.pbx.ledger;

import java.io.Serializable;
import java.util.Objects;

/** The number of the invoice or credit note of a row, {@code 07929944/05.10.2015}. @param value 1 to 64 characters */
public record DocumentNumber(String value) implements Serializable {
    public DocumentNumber {
        Objects.requireNonNull(value, "value");
        if (value.isBlank() || value.length() > 64 || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("no number of a document: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
