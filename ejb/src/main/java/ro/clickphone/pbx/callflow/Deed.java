package ro.clickphone.pbx.callflow;

import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.prompt.PromptSlot;
import ro.clickphone.pbx.voicemail.LeftMessage;

/** What a call brings about beside its next verb: somebody dialled a code that changes a setting. */
sealed interface Deed {

    /** The queue leaves the agent alone. */
    record PauseAgent(ExtensionNumber agent) implements Deed {}

    /** The extension's telephones stay silent. */
    record WantQuiet(ExtensionNumber extension) implements Deed {}

    /** The extension's telephones ring again. */
    record WantCalls(ExtensionNumber extension) implements Deed {}

    /** The call stands in a parking place until somebody fetches it. */
    record Park(CallId call, int slot) implements Deed {}

    /** The call is fetched from its parking place. */
    record Fetch(CallId call) implements Deed {}
    /** What the caller said is put into the mailbox. */
    record DepositVoicemail(LeftMessage left) implements Deed {}

    /** A message of a mailbox was heard. */
    record HearVoicemail(long message) implements Deed {}

    /** A message of a mailbox goes. */
    record DeleteVoicemail(long message) implements Deed {}

    /** What the extension spoke becomes the draft of the slot. */
    record OfferMessage(PromptSlot slot, RecordingName name, ExtensionNumber by) implements Deed {}

    /** The queue rings the agent again. */
    record ResumeAgent(ExtensionNumber agent) implements Deed {}
}
