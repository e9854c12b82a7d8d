package ro.clickphone.pbx.catalogue;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/**
 * The name of an order, given to the customer's page before the click: clicked twice it is one order, and one
 * subscription, which keeps the name.
 *
 * @param value 1 to 40 letters, digits and hyphens
 */
public record OrderId(String value) implements Serializable {
    public OrderId {
        Objects.requireNonNull(value, "value");
        if (!value.matches("[A-Za-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("no name of an order: " + value);
        }
    }

    public static OrderId random() {
        return new OrderId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
