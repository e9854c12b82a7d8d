package ro.clickphone.engine.api;

import java.io.Serializable;
import java.util.Objects;

/** Who is at the far end of a leg, proven: an authenticated extension, or a number behind a known trunk. */
public sealed interface Party extends Serializable {

    /** A registered extension, reached at all its contacts. */
    record Extension(SipIdentity who) implements Party {
        public Extension {
            Objects.requireNonNull(who, "who");
        }
    }

    /**
     * A number of the public network.
     *
     * @param number E.164 with its plus sign when it is to be dialled; as the carrier sent it when it called; may be
     *     empty when the carrier gave none
     */
    record PublicNumber(TrunkId trunk, String number) implements Party {
        public PublicNumber {
            Objects.requireNonNull(trunk, "trunk");
            Objects.requireNonNull(number, "number");
        }
    }
}
