package ro.clickphone.pbx.queue;

import java.io.Serializable;
import java.util.Objects;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** Where a caller goes who has waited as long as anybody may. */
public sealed interface WayOut extends Serializable {

    /** Words of regret, and the call is over. */
    record Goodbye() implements WayOut {}

    /** Somebody who is not in the queue rings, with the forwards and the voicemail of that extension. */
    record ToExtension(ExtensionNumber extension) implements WayOut {
        public ToExtension {
            Objects.requireNonNull(extension, "extension");
        }
    }

    /** A number of the public network is called: a paid call of the customer, by the same gate as a forward. */
    record ToNumber(E164 number) implements WayOut {
        public ToNumber {
            Objects.requireNonNull(number, "number");
        }
    }
}
