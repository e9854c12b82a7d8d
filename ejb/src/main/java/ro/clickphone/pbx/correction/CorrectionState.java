package ro.clickphone.pbx.correction;

/** How a correction stands. */
public enum CorrectionState {
    /** Waits for a second person. */
    PROPOSED,
    DONE,
    DECLINED
}
