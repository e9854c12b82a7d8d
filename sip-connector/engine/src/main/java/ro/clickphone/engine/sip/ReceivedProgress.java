package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Provisional responses that the called one wants acknowledged ({@code Require: 100rel}, RFC 3262 4): each counts once, in
 * its order. In the call's mailbox.
 */
final class ReceivedProgress {
    private static final int MOST_FORKS = 10;

    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, String> unsure = new HashMap<>();

    /** @return the PRACK's RAck; empty for a repetition, and for one that came before its forerunner */
    Optional<String> take(SIPResponse response, OutgoingRequest invite) {
        String fork = String.valueOf(response.getToTag());
        Optional<Long> number = numberOf(response);
        Optional<Long> last = Optional.ofNullable(numbers.get(fork));
        boolean follows = last.isEmpty() ? numbers.size() < MOST_FORKS : number.equals(last.map(before -> before + 1));
        if (number.isEmpty() || !follows) {
            return Optional.empty();
        }
        numbers.put(fork, number.get());
        Sdp.of(response).ifPresent(sdp -> answers.put(fork, sdp));
        return Optional.of(number.get() + " " + invite.cseq() + " INVITE");
    }

    /** In progress that nobody acknowledges: carriers say there what the 200 should say again (RFC 3261 13.2.1). */
    void said(SIPResponse response, String sdp) {
        String fork = String.valueOf(response.getToTag());
        if (unsure.size() < MOST_FORKS || unsure.containsKey(fork)) {
            unsure.put(fork, sdp);
        }
    }

    /** Whether the far end of that tag has answered our offer in such progress. */
    boolean hasAnswered(String fork) {
        return answers.containsKey(fork);
    }

    private static Optional<Long> numberOf(SIPResponse response) {
        String digits = response.getHeader("RSeq") instanceof SIPHeader header
                ? header.getHeaderValue().trim()
                : "";
        return digits.matches("[0-9]{1,10}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    /** What the far end of a 200 has answered to our offer, there or before: then the 200 may say nothing (RFC 3262 5). */
    Optional<String> answer(SIPResponse ok) {
        String fork = String.valueOf(ok.getToTag());
        return Sdp.of(ok)
                .or(() -> Optional.ofNullable(answers.get(fork)))
                .or(() -> Optional.ofNullable(unsure.get(fork)));
    }
}
