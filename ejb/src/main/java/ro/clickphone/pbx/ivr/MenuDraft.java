package ro.clickphone.pbx.ivr;

import java.io.Serializable;
import java.util.Objects;

/**
 * The menus as they are being edited.
 *
 * @param revision grows with each save; who saves over a revision that is not the last is told so
 */
public record MenuDraft(MenuTree tree, long revision) implements Serializable {
    public MenuDraft {
        Objects.requireNonNull(tree, "tree");
    }
}
