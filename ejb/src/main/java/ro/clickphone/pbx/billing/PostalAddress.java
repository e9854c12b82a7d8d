package ro.clickphone.pbx.billing;

import java.io.Serializable;
import java.util.Objects;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * An address in Romania as an invoice bears it.
 *
 * @param street 1 to 150 characters (BR-RO-L150)
 * @param city 1 to 50 characters (BR-RO-L050); in Bucharest {@code SECTOR1} to {@code SECTOR6} (BR-RO-100)
 */
public record PostalAddress(String street, String city, County county) implements Serializable {
    public static final int LONGEST_STREET = 150;
    public static final int LONGEST_CITY = 50;

    /** @throws Refusal {@code billing.street}, {@code billing.city}, {@code billing.sector} */
    public PostalAddress {
        Objects.requireNonNull(county, "county");
        street = Texts.required("billing.street", "street", street, LONGEST_STREET);
        city = Texts.required("billing.city", "city", city, LONGEST_CITY);
        if (county == County.B) {
            city = city.toUpperCase(java.util.Locale.ROOT).replaceAll("\\s+", "");
            if (!city.matches("SECTOR[1-6]")) {
                throw new Refusal("billing.sector", "city");
            }
        }
    }

    /** {@code Cluj-Napoca, Cluj}; {@code București, Sector 2}. */
    public String place() {
        return county == County.B
                ? county.title() + ", Sector " + city.charAt(city.length() - 1)
                : city + ", " + county.title();
    }
}
