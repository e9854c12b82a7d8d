package ro.clickphone.pbx.callflow;

import java.util.Optional;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.RecordingSeal;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.prompt.PromptSlot;
import ro.clickphone.pbx.queue.Standing;

/** What the flow may ask of the present; answered from memory by the exchange, and by a plain object in tests. */
interface Surroundings {
    /** The call's place in the account's queue, or the one that it would get. */
    Standing standing(AccountId account, CallId call);

    /** A call that rings at that extension, or at any of the account's when none is named. */
    Optional<CallId> ringing(AccountId account, Optional<ExtensionNumber> at);

    /** The call that stands in that parking place of the account. */
    Optional<CallId> parked(AccountId account, int slot);

    /** A new seal, for what somebody is about to say. */
    RecordingSeal seal();

    /** What the account can spend now. */
    Money credit(AccountId account);

    /** The call that records a message for the slot right now. */
    Optional<CallId> recorder(AccountId account, PromptSlot slot);
}
