package ro.clickphone.pbx.extension;

import java.util.List;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** Told by every feature that can name an extension: queue, menu, routing. Found by CDI, so that none is forgotten. */
public interface ExtensionUses {
    List<ExtensionUse> of(AccountId account, ExtensionNumber extension);
}
