package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPMessage;
import java.util.Arrays;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Optional;

/** What a message says of session timers (RFC 4028): for how long, who refreshes, what the least is. */
record SessionTerms(Optional<Integer> seconds, Optional<Refresher> refresher, int least, Known known) {
    /** The time that we ask for, and the least that we take. */
    static final int USUAL = 1800;

    static final int LEAST = 90;

    enum Refresher {
        UAC,
        UAS
    }

    /** Whether its sender knows session timers. */
    enum Known {
        YES,
        NO
    }

    static SessionTerms of(SIPMessage message) {
        Optional<String> value = valueOf(message, "Session-Expires");
        Optional<Integer> seconds = value.flatMap(SessionTerms::secondsOf);
        Optional<Refresher> refresher = value.flatMap(SessionTerms::refresherOf);
        int least = valueOf(message, "Min-SE").flatMap(SessionTerms::secondsOf).orElse(LEAST);
        boolean known = lists(message, "Supported") || lists(message, "Require");
        return new SessionTerms(seconds, refresher, Math.max(LEAST, least), known ? Known.YES : Known.NO);
    }

    boolean areKnown() {
        return known == Known.YES;
    }

    /** Shorter than we take, and from one who can ask for longer. */
    boolean areTooShort() {
        return areKnown() && seconds.filter(asked -> asked < LEAST).isPresent();
    }

    private static Optional<String> valueOf(SIPMessage message, String name) {
        ListIterator<SIPHeader> headers = message.getHeaders(name);
        return headers.hasNext() ? Optional.of(headers.next().getHeaderValue()) : Optional.empty();
    }

    private static Optional<Integer> secondsOf(String value) {
        String digits = value.trim().replaceFirst("[^0-9].*$", "");
        return digits.isEmpty() || digits.length() > 9 ? Optional.empty() : Optional.of(Integer.parseInt(digits));
    }

    private static Optional<Refresher> refresherOf(String value) {
        String words = value.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        if (words.contains(";refresher=uac")) {
            return Optional.of(Refresher.UAC);
        }
        return words.contains(";refresher=uas") ? Optional.of(Refresher.UAS) : Optional.empty();
    }

    private static boolean lists(SIPMessage message, String name) {
        ListIterator<SIPHeader> headers = message.getHeaders(name);
        while (headers.hasNext()) {
            String[] options =
                    headers.next().getHeaderValue().toLowerCase(Locale.ROOT).split(",");
            if (Arrays.stream(options).anyMatch(option -> option.trim().equals("timer"))) {
                return true;
            }
        }
        return false;
    }
}
