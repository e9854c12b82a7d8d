package ro.clickphone.pbx.extension;

import java.time.Instant;
import ro.clickphone.engine.api.Binding;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** A device that an extension has registered. */
public record Registration(AccountId account, ExtensionNumber extension, Binding binding) {
    public Instant expiresAt() {
        return binding.expiresAt();
    }
}
