package ro.clickphone.pbx.callflow;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import ro.clickphone.pbx.ivr.MenuAction;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** Where the calls to a customer's numbers go in working hours (manual, items 140 to 142). */
public sealed interface Destination extends Serializable {
    /** {@code 101, 102}; {@code QUEUE}; {@code IVR}. */
    String text();

    /** One extension, or several at the same time. @param extensions from 1 to 20, none twice */
    record Extensions(List<ExtensionNumber> extensions) implements Destination {
        public Extensions {
            extensions = extensions.stream().distinct().toList();
            if (extensions.isEmpty() || extensions.size() > MenuAction.MOST_TOGETHER) {
                throw new IllegalArgumentException(
                        extensions.size() + " extensions, expected from 1 to " + MenuAction.MOST_TOGETHER);
            }
        }

        @Override
        public String text() {
            return extensions.stream().map(ExtensionNumber::toString).collect(Collectors.joining(", "));
        }
    }

    /** The waiting queue. */
    record Queue() implements Destination {
        @Override
        public String text() {
            return "QUEUE";
        }
    }

    /** The main menu that is live. */
    record Ivr() implements Destination {
        @Override
        public String text() {
            return "IVR";
        }
    }
}
