package ro.clickphone.pbx.call;

import java.util.regex.Pattern;
import ro.clickphone.engine.api.Party;
import ro.clickphone.pbx.extension.SipUser;
import ro.clickphone.pbx.number.NumberPlan;

/** How parties are written into the record. Text that came over SIP is cut to its column and loses its control characters. */
final class Texts {
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

    private Texts() {}

    static String bounded(String text, int most) {
        String clean = CONTROLS.matcher(text).replaceAll("");
        return clean.substring(0, clean.offsetByCodePoints(0, Math.min(most, clean.codePointCount(0, clean.length()))));
    }

    /** {@code 101} for an extension, {@code 0216583456} for a public number. */
    static String of(Party party) {
        if (party instanceof Party.Extension extension) {
            String user = extension.who().user();
            return SipUser.parse(user)
                    .map(known -> known.extension().toString())
                    .orElse(user);
        }
        return ofNumber(((Party.PublicNumber) party).number());
    }

    static String ofNumber(String number) {
        return NumberPlan.fromCarrier(number).map(NumberPlan::asDialled).orElse(number);
    }
}
