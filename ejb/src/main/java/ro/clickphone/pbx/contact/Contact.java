package ro.clickphone.pbx.contact;

import java.io.Serializable;
import java.util.Objects;
import ro.clickphone.pbx.kernel.E164;

/** Somebody who calls or is called. @param name from 1 to 64 characters */
public record Contact(E164 number, String name) implements Serializable {
    public static final int LONGEST_NAME = 64;

    public Contact {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(name, "name");
    }
}
