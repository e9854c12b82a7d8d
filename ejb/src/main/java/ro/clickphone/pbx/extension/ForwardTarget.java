package ro.clickphone.pbx.extension;

import java.io.Serializable;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** Where a forward leads. */
public sealed interface ForwardTarget extends Serializable {
    /** An extension of the same account. */
    record ToExtension(ExtensionNumber extension) implements ForwardTarget {
        @Override
        public String toString() {
            return extension.toString();
        }
    }

    /** A number of the public network: a paid call of the account. */
    record ToPublicNumber(E164 number) implements ForwardTarget {
        @Override
        public String toString() {
            return number.toString();
        }
    }
}
