package ro.clickphone.pbx.kernel;

import java.util.Objects;
import ro.clickphone.engine.api.SipIdentity;

/** A SIP password was changed, or its owner deleted. Fired inside the transaction, told to the engine after commit. */
public record CredentialChanged(SipIdentity who) {
    public CredentialChanged {
        Objects.requireNonNull(who, "who");
    }
}
