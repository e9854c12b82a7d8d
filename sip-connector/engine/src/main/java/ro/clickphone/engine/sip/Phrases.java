package ro.clickphone.engine.sip;

import gov.nist.javax.sip.message.SIPResponse;

/** Reason phrases. */
final class Phrases {
    private Phrases() {}

    static String of(int status) {
        return switch (status) {
            case 100 -> "Trying";
            case 180 -> "Ringing";
            case 183 -> "Session Progress";
            case 200 -> "OK";
            case 422 -> "Session Interval Too Small";
            case 423 -> "Interval Too Brief";
            case 439 -> "First Hop Lacks Outbound Support";
            default -> known(status);
        };
    }

    private static String known(int status) {
        String phrase = SIPResponse.getReasonPhrase(status);
        return phrase == null ? "Unknown" : phrase;
    }
}
