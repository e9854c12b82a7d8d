package ro.clickphone.pbx.callflow;

import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

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

    /** The queue rings the agent again. */
    record ResumeAgent(ExtensionNumber agent) implements Deed {}
}
