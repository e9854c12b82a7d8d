package ro.clickphone.pbx.ivr;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** What a key of a menu does (manual, item 113; "create a submenu" makes a menu and leads to it). */
public sealed interface MenuAction extends Serializable {
    int MOST_TOGETHER = 20;

    /** Rings them all at the same time, the first that answers wins. @param extensions from 1 to 20, none twice */
    record RingExtensions(List<ExtensionNumber> extensions) implements MenuAction {
        public RingExtensions {
            extensions = extensions.stream().distinct().toList();
            if (extensions.isEmpty() || extensions.size() > MOST_TOGETHER) {
                throw new IllegalArgumentException(
                        extensions.size() + " extensions, expected from 1 to " + MOST_TOGETHER);
            }
        }
    }

    /** Into the waiting queue. */
    record ToQueue() implements MenuAction {}

    /** To the extension to which a fax machine is connected. */
    record ToFax(ExtensionNumber machine) implements MenuAction {
        public ToFax {
            Objects.requireNonNull(machine, "machine");
        }
    }

    /** A fax is offered, but there is no machine yet: callers are told so. */
    record NoFaxYet() implements MenuAction {}

    /** The extensions that the key rings. */
    default List<ExtensionNumber> rung() {
        if (this instanceof RingExtensions ring) {
            return ring.extensions();
        }
        return this instanceof ToFax fax ? List.of(fax.machine()) : List.of();
    }

    /** To any menu, the same one too. */
    record GoToMenu(MenuNumber menu) implements MenuAction {
        public GoToMenu {
            Objects.requireNonNull(menu, "menu");
        }
    }
}
