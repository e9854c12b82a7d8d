package ro.clickphone.pbx.callflow;

import ro.clickphone.pbx.kernel.ExtensionNumber;

/** What a call brings about beside its next verb: somebody dialled a code that changes a setting. */
sealed interface Deed {

    /** The queue leaves the agent alone. */
    record PauseAgent(ExtensionNumber agent) implements Deed {}

    /** The queue rings the agent again. */
    record ResumeAgent(ExtensionNumber agent) implements Deed {}
}
