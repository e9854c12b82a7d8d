package ro.clickphone.pbx.ledger;

import java.io.Serializable;
import java.util.Objects;
import java.util.regex.Pattern;

/** What money is set aside for: {@code call:…}. @param value 1 to 60 of letters, digits and {@code : . / _ -} */
public record ReservationId(String value) implements Serializable {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9:./_-]{1,60}");

    public ReservationId {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no name for a reservation: " + value);
        }
    }

    TransferId slice(int number) {
        return new TransferId(value + "/" + number);
    }

    TransferId posting() {
        return new TransferId(value + "/post");
    }

    TransferId release(int slices) {
        return new TransferId(value + "/void/" + slices);
    }

    @Override
    public String toString() {
        return value;
    }
}
