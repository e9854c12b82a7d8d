package ro.clickphone.portal.contact;

import java.util.List;
import ro.clickphone.pbx.contact.Contact;
import ro.clickphone.pbx.number.NumberPlan;

/** A contact as other programs read it. */
final class ContactLine {
    private ContactLine() {}

    static List<String> of(Contact contact) {
        return List.of(contact.name(), NumberPlan.asDialled(contact.number()));
    }

    /** A vCard (RFC 2426), which all telephones take. */
    static String card(Contact contact) {
        String name = contact.name().replaceAll("([,;\\\\])", "\\\\$1");
        return String.join(
                "\r\n",
                "BEGIN:VCARD",
                "VERSION:3.0",
                "FN:" + name,
                "N:" + name + ";;;;",
                "TEL;TYPE=VOICE:" + contact.number().value(),
                "END:VCARD",
                "");
    }
}
