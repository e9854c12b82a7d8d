package ro.clickphone.pbx.card;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the customer's browser gets to the payment service. */
public sealed interface Departure {
    /** By a link. */
    record Link(URI to) implements Departure {}

    /** By a form with these hidden fields. */
    record Form(URI to, Map<String, String> fields) implements Departure {
        public Form {
            fields = new LinkedHashMap<>(fields);
        }
    }
}
