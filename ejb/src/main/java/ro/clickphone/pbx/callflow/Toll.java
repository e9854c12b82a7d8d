package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Step;
import ro.clickphone.pbx.catalogue.Entitlements;
import ro.clickphone.pbx.charging.Admission;
import ro.clickphone.pbx.charging.Meters;
import ro.clickphone.pbx.number.Dialled;
import ro.clickphone.pbx.number.NumberClass;
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

    /** The wanted step, limited to what is paid for; or what is done instead. */
    Decision pass(Decision wanted, RoutingPlan plan, Moment moment) {
        Optional<String> number = outside(wanted.step());
        if (number.isEmpty()) {
            return wanted;
        }
        Optional<TollRefusal> refusal = refusal(number.get(), plan, moment);
        if (refusal.isPresent()) {
            return CallFlow.refused(refusal.get(), wanted.position(), plan, moment);
        }
        Admission admission = plan.entitlements().standing() == Entitlements.Standing.GOOD
                ? meters.admit(plan.account(), moment.call(), number.get(), plan.zone())
                : meters.admitFree(number.get());
        if (admission instanceof Admission.Paid paid) {
            Step.Dial dial = (Step.Dial) wanted.step();
            return new Decision(dial.limitedTo(paid.limit()), wanted.position(), wanted.deed());
        } else if (admission instanceof Admission.Refused refused) {
            channels.giveBack(plan.account(), Channels.Way.OUT, moment.call());
            return CallFlow.refused(TollRefusal.of(refused.reason()), wanted.position(), plan, moment);
        }
        return wanted;
    }

    /** The price list may know a number to be premium which the numbering plan takes for an ordinary one. */
    private Optional<TollRefusal> refusal(String number, RoutingPlan plan, Moment moment) {
        Optional<NumberClass> stricter = meters.classOf(number).filter(known -> !known.isOrdinary());
        if (stricter.isPresent() && !plan.rules().permits(Optional.empty(), number, stricter.get())) {
            return Optional.of(TollRefusal.RESTRICTED);
        }
        boolean free = channels.take(
                plan.account(),
                Channels.Way.OUT,
                moment.call(),
                plan.entitlements().outbound());
        return free ? Optional.empty() : Optional.of(TollRefusal.CHANNELS);
    }

    private static Optional<String> outside(Step step) {
        return step instanceof Step.Dial dial
                        && dial.parties().get(0) instanceof Party.PublicNumber party
                        && !(NumberPlan.classify(party.number()) instanceof Dialled.Emergency)
                ? Optional.of(party.number())
                : Optional.empty();
    }
}
