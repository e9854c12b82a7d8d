package ro.clickphone.pbx.kernel;

import java.io.Serializable;

/**
 * The tenant: the paying customer. First parameter of every service method and first column of every unique key.
 *
 * @param value at least 1; printed as it stands in SIP users, {@code 53630} of {@code 53630-100} (manual, item 62)
 */
public record AccountId(long value) implements Serializable {
    public AccountId {
        if (value < 1) {
            throw new IllegalArgumentException("account id is " + value + ", at least 1 was expected");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
