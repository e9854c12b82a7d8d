package ro.clickphone.engine.sip;

import ro.clickphone.engine.api.HangupCause;

/** The Reason header (RFC 3326) of a BYE or CANCEL. */
final class Reasons {
    private Reasons() {}

    static String of(HangupCause cause) {
        return switch (cause) {
            case NORMAL -> "Q.850;cause=16;text=\"Normal call clearing\"";
            case BUSY -> "Q.850;cause=17;text=\"User busy\"";
            case NO_ANSWER -> "Q.850;cause=19;text=\"No answer\"";
            case CANCELLED -> "SIP;cause=487;text=\"Request terminated\"";
            case REJECTED -> "Q.850;cause=21;text=\"Call rejected\"";
            case UNAVAILABLE -> "Q.850;cause=20;text=\"Unavailable\"";
            // phones know by this that they missed nothing (RFC 3326 2)
            case ANSWERED_ELSEWHERE -> "SIP;cause=200;text=\"Call completed elsewhere\"";
            case SIGNALLING_TIMEOUT, MEDIA_TIMEOUT -> "Q.850;cause=102;text=\"Recovery on timer expiry\"";
            case LIMIT, ADMINISTRATIVE -> "Q.850;cause=31;text=\"Normal, unspecified\"";
            case NO_DECISION, FAULT -> "Q.850;cause=41;text=\"Temporary failure\"";
            case SHUTDOWN -> "Q.850;cause=42;text=\"Shutting down\"";
        };
    }
}
