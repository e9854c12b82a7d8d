package ro.clickphone.engine.call;

import java.util.Optional;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.call.DialogEvents.Referral;

/**
 * What happens between two calls: transfers and pick-ups. Each call keeps its own leg, its record and its limits; only
 * the far end of its talk changes. What one call wants of the other goes through the other's mailbox, so either may
 * find that the other is gone: then it hears that its partner left, as at any other end of a talk.
 */
final class Transfers {
    private Transfers() {}

    /** @param by who hands on, in the current mailbox */
    static void blind(End by, End remaining, String target, Referral referral) {
        Handover.Progress progress = status -> referral.progress(status);
        if (remaining.call() == by.call()) {
            handOver(by, remaining, target, progress);
        } else {
            Handover.Progress told = status -> by.tell(here -> progress.told(status));
            remaining.tell(there -> handOver(by, remaining, target, told));
        }
    }

    private static void handOver(End by, End remaining, String target, Handover.Progress progress) {
        Call call = remaining.call();
        if (call.run().orElse(null) instanceof TalkingRun talk
                && !call.isHandingOver()
                && talk.oppositeOf(remaining.leg()).filter(by::equals).isPresent()) {
            Handover begun = new Handover(call, talk, by, remaining.leg(), progress);
            call.handsOver(begun);
            begun.begin(target);
        } else {
            progress.told(481);
        }
    }

    /**
     * Joins two who talk with the same phone, in two of its calls.
     *
     * @param by the phone's leg that asked, in the current mailbox
     * @param consulted the phone's other leg
     */
    static void attended(End by, End remaining, End consulted, Referral referral) {
        consulted.tell(there -> {
            Optional<End> found = exchange(there, consulted.leg(), remaining);
            if (found.isPresent()) {
                by.tell(here -> joined(by, remaining, found.get(), referral));
            } else {
                notTalking(by, remaining, consulted, referral);
            }
        });
    }

    private static void joined(End by, End remaining, End found, Referral referral) {
        boolean still = by.call().run().flatMap(run -> run.oppositeOf(by.leg())).isPresent();
        referral.progress(still ? 200 : 481);
        if (!still || exchange(by.call(), by.leg(), found).isEmpty()) {
            found.tell(there -> there.partnerLeft(remaining, HangupCause.NORMAL));
        }
    }

    /** The other call rings still, or is with the exchange itself: the remaining one takes the same way anew. */
    private static void notTalking(End by, End remaining, End consulted, Referral referral) {
        Call there = consulted.call();
        if (consulted.leg() != there.caller().leg() || there.state() == CallState.ENDED) {
            by.tell(here -> referral.progress(481));
            return;
        }
        there.end(HangupCause.CANCELLED, CallRecord.Ender.CALLER);
        String target = there.arrival().dialled();
        by.tell(here -> blind(by, remaining, target, referral));
    }

    /**
     * A newcomer takes the place of a leg of a call that talks; the leg is let go.
     *
     * @param call in the current mailbox
     * @return whom the newcomer talks with; empty when the leg talks with nobody
     */
    static Optional<End> exchange(Call call, Leg replaced, End newcomer) {
        if (call.isHandingOver() || !(call.run().orElse(null) instanceof TalkingRun talk)) {
            return Optional.empty();
        }
        Optional<End> opposite = talk.oppositeOf(replaced);
        opposite.ifPresent(end -> exchange(call, talk, replaced, end, newcomer));
        return opposite;
    }

    private static void exchange(Call call, TalkingRun talk, Leg replaced, End opposite, End newcomer) {
        End before = new End(call, replaced);
        if (opposite.call() == call) {
            call.callerIs(opposite.leg());
            talk.goOnWith(newcomer);
            call.progress().drop(replaced, HangupCause.NORMAL);
        } else {
            talk.forget();
            opposite.tell(there -> partnerChanged(opposite, before, newcomer));
            call.end(HangupCause.NORMAL, CallRecord.Ender.EXCHANGE);
        }
    }

    /** Another call put somebody else in its own place. */
    private static void partnerChanged(End here, End before, End newcomer) {
        Call call = here.call();
        if (here.leg() == call.caller().leg()
                && call.run().orElse(null) instanceof TalkingRun talk
                && talk.isWith(before)) {
            talk.goOnWith(newcomer);
        } else {
            newcomer.tell(there -> there.partnerLeft(here, HangupCause.NORMAL));
        }
    }

    /**
     * Joins somebody with the caller of a call that rings or waits.
     *
     * @param waiting in the current mailbox
     */
    static Optional<End> pickUp(Call waiting, End picker) {
        Run running = waiting.run().orElse(null);
        boolean taken;
        if (running instanceof DialRun dial) {
            taken = dial.takenBy(picker);
        } else {
            taken = running instanceof WaitRun;
            if (taken) {
                waiting.takenBy(picker);
            }
        }
        return taken ? Optional.of(new End(waiting, waiting.caller().leg())) : Optional.empty();
    }
}
