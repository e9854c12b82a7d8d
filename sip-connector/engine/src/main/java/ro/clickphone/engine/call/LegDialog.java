package ro.clickphone.engine.call;

import java.net.InetAddress;
import ro.clickphone.engine.api.HangupCause;

/**
 * The signalling of one leg. A door, because the verbs are tested without a SIP stack. Used in the call's mailbox only;
 * what the far end does comes back as {@link DialogEvents}, in the same mailbox.
 */
public interface LegDialog {
    String sipCallId();

    LegSight.DialogName name();

    /** Where its signalling comes from: a phone behind a NAT sends its audio from there too. */
    InetAddress farAddress();

    /** The device's own words, empty when it gave none. */
    String userAgent();

    /** Calling leg, unanswered: the called one rings. */
    void ring();

    /** Calling leg, unanswered: audio before the answer. */
    void early(String sdp);

    /** Calling leg: answers. @param sdp our answer, or our offer when the INVITE had none */
    void answer(String sdp);

    /** Calling leg, unanswered: refuses with a final status from 300 to 699. */
    void refuse(int status);

    /** Answered leg: offers anew. {@link DialogEvents#agreedAnew} or {@link DialogEvents#refusedAnew} follows. */
    void offerAnew(String sdp);

    /** Ends the leg however its state demands: BYE, CANCEL, or a refusal. Idempotent. */
    void hangUp(HangupCause cause);
}
