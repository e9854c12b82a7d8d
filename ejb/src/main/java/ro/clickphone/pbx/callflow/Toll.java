package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Step;
import ro.clickphone.pbx.catalogue.Entitlements;
import ro.clickphone.pbx.charging.Admission;
import ro.clickphone.pbx.charging.Meters;
import ro.clickphone.pbx.number.Dialled;
import ro.clickphone.pbx.number.NumberPlan;

/**
 * What every way to the public network passes before it is dialled: own calls, forwards, transfers, ways out of the queue.
 * A channel must be free, and the call paid for. Emergency calls pass as if it were not there.
 */
@ApplicationScoped
class Toll {
    @Inject
    private Channels channels;

    @Inject
    private Meters meters;

    /** Calls in which a number outside rings beside colleagues. */
    private final Set<CallId> beside = ConcurrentHashMap.newKeySet();

    /** The wanted step, limited to what is paid for; or what is done instead. */
    Decision pass(Decision wanted, RoutingPlan plan, Moment moment) {
        Optional<String> number = outside(wanted.step());
        if (number.isEmpty()) {
            return wanted;
        }
        Optional<TollRefusal> refusal = refusal(number.get(), plan, moment);
        if (refusal.isPresent()) {
            return refused(refusal.get(), wanted, plan, moment);
        }
        Admission admission = plan.entitlements().standing() == Entitlements.Standing.GOOD
                ? meters.admit(plan.account(), moment.call(), number.get(), plan.zone())
                : meters.admitFree(number.get());
        if (admission instanceof Admission.Paid paid) {
            Step.Dial dial = (Step.Dial) wanted.step();
            if (dial.outward().isPresent()) {
                beside.add(moment.call());
            }
            return new Decision(dial.limitedTo(paid.limit()), wanted.position(), wanted.deed());
        } else if (admission instanceof Admission.Refused refused) {
            channels.giveBack(plan.account(), Channels.Way.OUT, moment.call());
            return refused(TollRefusal.of(refused.reason()), wanted, plan, moment);
        }
        return wanted;
    }

    /** A call that the exchange begins, its caller rung outside: both legs must be paid for before the first one rings. */
    Optional<TollRefusal> passBoth(CallId call, String caller, String number, RoutingPlan plan) {
        if (channels.taken(plan.account(), Channels.Way.OUT)
                >= plan.entitlements().outbound()) {
            return Optional.of(TollRefusal.CHANNELS);
        }
        if (isDearerThanPermitted(caller, plan) || isDearerThanPermitted(number, plan)) {
            return Optional.of(TollRefusal.RESTRICTED);
        }
        if (plan.entitlements().standing() != Entitlements.Standing.GOOD) {
            return Optional.of(TollRefusal.NO_CREDIT);
        }
        return meters.admitBoth(plan.account(), call, caller, number, plan.zone()) instanceof Admission.Refused refused
                ? Optional.of(TollRefusal.of(refused.reason()))
                : Optional.empty();
    }

    /** Colleagues who were to ring beside the number outside ring without it. */
    private static Decision refused(TollRefusal why, Decision wanted, RoutingPlan plan, Moment moment) {
        Step.Dial dial = (Step.Dial) wanted.step();
        List<Party> colleagues = dial.parties().stream()
                .filter(Party.Extension.class::isInstance)
                .toList();
        return colleagues.isEmpty()
                ? CallFlow.refused(why, wanted.position(), plan, moment)
                : new Decision(dial.only(colleagues), wanted.position().past(why.stop()), wanted.deed());
    }

    /** A colleague answered instead of the number outside that rang too: the call does not go out after all. */
    void told(LegEvent event) {
        CallId call = event.leg().call();
        boolean inside = event.kind() == LegEvent.Kind.TALKING
                && event.leg().number() > 0
                && event.party() instanceof Party.Extension;
        if (inside && beside.remove(call)) {
            channels.giveBack(call, Channels.Way.OUT);
        }
    }

    /** The call is over. */
    void left(CallId call) {
        beside.remove(call);
    }

    /** The price list may know a number to be premium which the numbering plan takes for an ordinary one. */
    private boolean isDearerThanPermitted(String number, RoutingPlan plan) {
        return meters.classOf(number)
                .filter(known -> !known.isOrdinary())
                .filter(stricter -> !plan.rules().permits(Optional.empty(), number, stricter))
                .isPresent();
    }

    private Optional<TollRefusal> refusal(String number, RoutingPlan plan, Moment moment) {
        if (isDearerThanPermitted(number, plan)) {
            return Optional.of(TollRefusal.RESTRICTED);
        }
        boolean free = channels.take(
                plan.account(),
                Channels.Way.OUT,
                moment.call(),
                plan.entitlements().outbound());
        return free ? Optional.empty() : Optional.of(TollRefusal.CHANNELS);
    }

    /** The paid number that is called. */
    static Optional<String> outside(Step step) {
        return step instanceof Step.Dial dial
                ? dial.parties().stream()
                        .filter(Party.PublicNumber.class::isInstance)
                        .map(party -> ((Party.PublicNumber) party).number())
                        .filter(number -> !(NumberPlan.classify(number) instanceof Dialled.Emergency))
                        .findFirst()
                : Optional.empty();
    }
}
