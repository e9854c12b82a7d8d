package ro.clickphone.pbx.callflow;

import java.io.Serializable;
import java.util.List;
import ro.clickphone.pbx.ivr.MenuAction;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** Where the calls to a customer's numbers go in working hours (manual, items 140 to 142). */
public sealed interface Destination extends Serializable {

    /** One extension, or several at the same time. @param extensions from 1 to 20, none twice */
    record Extensions(List<ExtensionNumber> extensions) implements Destination {
        public Extensions {
            extensions = extensions.stream().distinct().toList();
            if (extensions.isEmpty() || extensions.size() > MenuAction.MOST_TOGETHER) {
                throw new IllegalArgumentException(
                        extensions.size() + " extensions, expected from 1 to " + MenuAction.MOST_TOGETHER);
            }
        }
    }

    /** The waiting queue. */
    record Queue() implements Destination {}

    /** The main menu that is live. */
    record Ivr() implements Destination {}
}
