package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.Contact;
import gov.nist.javax.sip.message.SIPResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The Contact headers of a redirection. */
final class Contacts {
    private static final int MOST = 5;

    private Contacts() {}

    /** The user parts, the highest q first. */
    static List<String> usersOf(SIPResponse response) {
        if (response.getContactHeaders() == null) {
            return List.of();
        }
        List<Contact> contacts = new ArrayList<>();
        for (Contact contact : response.getContactHeaders()) {
            contacts.add(contact);
        }
        return contacts.stream()
                .sorted(Comparator.comparing((Contact contact) -> contact.getQValue() < 0 ? 1f : contact.getQValue())
                        .reversed())
                .map(contact -> contact.getAddress().getURI())
                .filter(Users::isNamedBy)
                .map(Users::of)
                .filter(user -> !user.isBlank())
                .limit(MOST)
                .toList();
    }
}
