package ro.clickphone.pbx.number;

import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.E164;

/** A public number that an account owns. @param trunk where its calls come in, and the account's go out */
public record Did(AccountId account, E164 number, TrunkId trunk) {}
