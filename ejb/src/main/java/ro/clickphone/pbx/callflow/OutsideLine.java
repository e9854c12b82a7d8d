package ro.clickphone.pbx.callflow;

import java.util.Objects;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.kernel.E164;

/** How an account reaches the public network. @param shown the account's number, which the called see */
record OutsideLine(TrunkId trunk, E164 shown) {
    OutsideLine {
        Objects.requireNonNull(trunk, "trunk");
        Objects.requireNonNull(shown, "shown");
    }
}
