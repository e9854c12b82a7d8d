package ro.clickphone.engine.call;

import java.util.function.Consumer;

/**
 * One end of a talk: a leg, in its own call. After a pick-up or an attended transfer the two ends are in two calls, each
 * with its own record, cost and limits.
 */
record End(Call call, Leg leg) {

    /** Says something to its call, in that call's mailbox. */
    void tell(Consumer<Call> word) {
        call.mailbox().execute(() -> word.accept(call));
    }
}
