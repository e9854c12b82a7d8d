package ro.clickphone.engine.call;

import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.HangupCause;

/** What the far end of a leg does, told in the call's mailbox. */
public interface DialogEvents {
    /** Called leg: it rings. */
    void ringing();

    /** Called leg: audio before the answer. */
    void early(String sdp);

    /** Called leg: it answered. @param sdp the answer to our offer */
    void answered(String sdp);

    /** Called leg: it will not be answered. @param status the final one; 408 when nothing came, 503 when it cannot be reached */
    void refused(int status);

    /** Called leg: it wants to be called elsewhere (3xx). @param targets user parts, the preferred first */
    void redirected(List<String> targets);

    /** Calling leg: the ACK came, with an answer when the offer was ours. */
    void acknowledged(Optional<String> sdp);

    /** Both: the far end hung up, gave up, or is lost. */
    void ended(HangupCause cause);

    /** Both, answered: a new offer; it must be answered at once, but for one whose answer is the other leg's to give. */
    void offered(String sdp, Reply reply);

    /** Both, answered: the far end wants our offer. */
    void offerWanted(Reply reply);

    /** Both: the answer to an offer of ours in an answered dialog. */
    void agreedAnew(String sdp);

    /** Both: an offer of ours in an answered dialog was refused, or could not be made now; what was agreed stays. */
    void refusedAnew(int status);

    /** Both: a key, by SIP INFO. */
    void digit(char digit);

    /** Both, answered: hand the other party on to that number (RFC 3515). */
    void transferAsked(String target, Referral referral);

    /** Both, answered: join the other party with the one whom another leg of ours talks with (RFC 3891). */
    void attendedTransferAsked(DialogEvents with, Referral referral);

    /** The answer to an offer that came. */
    interface Reply {
        void accept(String sdp);

        void refuse(int status);
    }

    /** A transfer that the far end of a leg asks for. */
    interface Referral {
        /** It is tried; {@link #progress} tells what comes of it. */
        void accept();

        void refuse(int status);

        /** @param status 180 while the new party rings, then the final one. In the mailbox of the leg's call */
        void progress(int status);
    }
}
