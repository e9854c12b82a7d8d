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

    /** To the fax. */
    record ToFax() implements MenuAction {}

    /** To any menu, the same one too. */
    record GoToMenu(MenuNumber menu) implements MenuAction {
        public GoToMenu {
            Objects.requireNonNull(menu, "menu");
        }
    }
}
