package ro.clickphone.engine.call;

import java.util.function.Consumer;
import ro.clickphone.engine.api.HangupCause;

/**
 * One end of a talk: a leg, in its own call. After a pick-up or an attended transfer the two ends are in two calls, each
 * with its own record, cost and limits.
 */
record End(Call call, Leg leg) {

    /** It is let go by who talked with it; if it is another call's, that call decides what becomes of it. */
    void letGoBy(End other, HangupCause cause) {
        if (call == other.call) {
            call.progress().drop(leg, cause);
        } else {
            tell(there -> there.partnerLeft(other, cause));
        }
    }

    /** Says something to its call, in that call's mailbox. */
    void tell(Consumer<Call> word) {
        call.mailbox().execute(() -> word.accept(call));
    }
}
