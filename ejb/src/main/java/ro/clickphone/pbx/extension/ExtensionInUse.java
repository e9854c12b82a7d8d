package ro.clickphone.pbx.extension;

import jakarta.ejb.ApplicationException;
import java.util.List;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;

/** An extension cannot be deleted while something leads to it. */
@ApplicationException(rollback = true)
public class ExtensionInUse extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient List<ExtensionUse> uses;

    ExtensionInUse(ExtensionNumber number, List<ExtensionUse> uses) {
        super("extension.used", "", number, uses.size());
        this.uses = List.copyOf(uses);
    }

    public List<ExtensionUse> uses() {
        return uses;
    }
}
