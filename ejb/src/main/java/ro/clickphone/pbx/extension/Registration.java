package ro.clickphone.pbx.extension;

import ro.clickphone.engine.api.Binding;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** A device that an extension has registered. */
public record Registration(AccountId account, ExtensionNumber extension, Binding binding) {}
