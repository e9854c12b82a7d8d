package ro.clickphone.pbx.fraud;

/** What came of a try. */
enum PinVerdict {
    RIGHT,
    WRONG,
    /** Wrong, and once too often. */
    LOCKED_NOW,
    LOCKED,
    /** There is no PIN yet. */
    NONE
}
