package ro.clickphone.engine.call;

import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.StepOutcome.DialResult;

/** What a final SIP status means for a call. */
final class Causes {
    private Causes() {}

    static HangupCause ofStatus(int status) {
        return switch (resultOf(status)) {
            case BUSY -> HangupCause.BUSY;
            case NO_ANSWER -> HangupCause.NO_ANSWER;
            case UNAVAILABLE -> HangupCause.UNAVAILABLE;
            default -> status >= 500 && status < 600 ? HangupCause.FAULT : HangupCause.REJECTED;
        };
    }

    static DialResult resultOf(int status) {
        return switch (status) {
            case 486, 600 -> DialResult.BUSY;
            case 487 -> DialResult.NO_ANSWER;
            case 404, 408, 410, 480, 484, 604 -> DialResult.UNAVAILABLE;
            case 415, 488, 606 -> DialResult.FAILED;
            default -> status >= 500 && status < 600 ? DialResult.FAILED : DialResult.REJECTED;
        };
    }
}
