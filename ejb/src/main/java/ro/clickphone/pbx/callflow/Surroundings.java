package ro.clickphone.pbx.callflow;

import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.queue.Standing;

/** What the flow may ask of the present; answered from memory by the exchange, and by a plain object in tests. */
interface Surroundings {
    /** The call's place in the account's queue, or the one that it would get. */
    Standing standing(AccountId account, CallId call);
}
