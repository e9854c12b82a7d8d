package ro.clickphone.engine.call;

/** Where a call stands; which verb runs is told by the verb, not by more states. */
enum CallState {
    /** The business is asked what now. */
    ASKING,
    /** A verb runs. */
    RUNNING,
    /** Caller and called hear each other. */
    TALKING,
    /** The legs are being taken down after a last announcement. */
    ENDING,
    /** Nothing is left but the record. */
    ENDED
}
