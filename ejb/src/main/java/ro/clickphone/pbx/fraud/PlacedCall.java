package ro.clickphone.pbx.fraud;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.Instant;
import java.util.Optional;

/** A call to the public network, as far as alarms ask. @param number E.164, or a short number */
record PlacedCall(Instant at, String number) {
    private static final String HOME = "RO";

    /** The foreign country that it goes to; empty inside Romania, and for satellites and the like, which are premium. */
    Optional<String> abroad() {
        if (!number.startsWith("+")) {
            return Optional.empty();
        }
        try {
            PhoneNumberUtil library = PhoneNumberUtil.getInstance();
            return Optional.ofNullable(library.getRegionCodeForNumber(library.parse(number, HOME)))
                    .filter(country -> country.matches("[A-Z]{2}") && !country.equals(HOME));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
