package ro.clickphone.pbx.charging;

import ro.clickphone.engine.api.Step;

/** Whether a call to the outside may be placed. */
public sealed interface Admission {
    /** It costs nothing. */
    record Free() implements Admission {}

    /** So far it is paid for. */
    record Paid(Step.TalkLimit limit) implements Admission {}

    record Refused(Reason reason) implements Admission {}

    /** Why not. */
    enum Reason {
        NO_CREDIT,
        DAILY_LIMIT,
        /** A minute is dearer than the customer permits. */
        TOO_DEAR,
        /** No price is set for that number. */
        NO_PRICE
    }
}
