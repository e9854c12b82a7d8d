package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
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

    /** Calls in which a number outside rings beside others. */
    private final Set<CallId> beside = ConcurrentHashMap.newKeySet();

    /** The wanted step, limited to what is paid for; or what is done instead. */
    Decision pass(Decision wanted, RoutingPlan plan, Moment moment) {
        List<String> numbers = outside(wanted.step());
        if (numbers.isEmpty()) {
            return wanted;
        }
        List<String> permitted = numbers.stream()
                .filter(number -> !isDearerThanPermitted(number, plan))
                .toList();
        if (permitted.isEmpty()) {
            return refused(TollRefusal.RESTRICTED, wanted, plan, moment);
        }
        int free = channels.take(
                plan.account(),
                Channels.Way.OUT,
                moment.call(),
                permitted.size(),
                plan.entitlements().outbound());
        if (free == 0) {
            return refused(TollRefusal.CHANNELS, wanted, plan, moment);
        }
        Affordable paid = affordable(permitted.subList(0, Math.min(free, permitted.size())), plan, moment);
        channels.keep(
                moment.call(), Channels.Way.OUT, Math.max(1, paid.numbers().size()));
        if (paid.admission() instanceof Admission.Refused refused) {
            channels.giveBack(plan.account(), Channels.Way.OUT, moment.call());
            return refused(TollRefusal.of(refused.reason()), wanted, plan, moment);
        }
        List<TollRefusal> why = new ArrayList<>();
        if (permitted.size() < numbers.size()) {
            why.add(TollRefusal.RESTRICTED);
        }
        if (free < permitted.size()) {
            why.add(TollRefusal.CHANNELS);
        }
        paid.without().ifPresent(why::add);
        return passed(why.stream().reduce(wanted, Toll::noted, (one, other) -> other), paid, moment.call());
    }

    private static Decision noted(Decision wanted, TollRefusal why) {
        return new Decision(wanted.step(), wanted.position().past(why.stop()), wanted.deed());
    }

    private Decision passed(Decision wanted, Affordable paid, CallId call) {
        Step.Dial dial = (Step.Dial) wanted.step();
        if (dial.parties().size() > 1) {
            beside.add(call);
        }
        Step.Dial some = dial.only(dial.parties().stream()
                .filter(party -> !(party instanceof Party.PublicNumber out)
                        || paid.numbers().contains(out.number()))
                .toList());
        return new Decision(
                paid.admission() instanceof Admission.Paid limited ? some.limitedTo(limited.limit()) : some,
                wanted.position(),
                wanted.deed());
    }

    /**
     * Which of the numbers may ring together, and on what terms; the refusal when not even one may.
     *
     * @param without why some of them may not
     */
    private record Affordable(Admission admission, List<String> numbers, Optional<TollRefusal> without) {}

    /** All of them, or else those that may each in turn, in their order: one that is too dear keeps no other from ringing. */
    private Affordable affordable(List<String> numbers, RoutingPlan plan, Moment moment) {
        Admission all = admit(numbers, plan, moment);
        if (numbers.size() == 1 || !(all instanceof Admission.Refused refused)) {
            return new Affordable(all, numbers, Optional.empty());
        }
        List<String> kept = new ArrayList<>();
        for (String number : numbers) {
            kept.add(number);
            if (admit(kept, plan, moment) instanceof Admission.Refused) {
                kept.remove(number);
            }
        }
        // asked once more, since what was refused last may have been one more
        Admission some = kept.isEmpty() ? all : admit(kept, plan, moment);
        return new Affordable(some, List.copyOf(kept), Optional.of(TollRefusal.of(refused.reason())));
    }

    private Admission admit(List<String> numbers, RoutingPlan plan, Moment moment) {
        return plan.entitlements().standing() == Entitlements.Standing.GOOD
                ? meters.admit(plan.account(), moment.call(), numbers, plan.zone())
                : meters.admitFree(numbers);
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

    /** One answered of those that rang together: the call goes out by one channel, or by none when it is a colleague. */
    void told(LegEvent event) {
        CallId call = event.leg().call();
        boolean answered = event.kind() == LegEvent.Kind.TALKING && event.leg().number() > 0;
        if (answered && beside.remove(call)) {
            if (event.party() instanceof Party.Extension) {
                channels.giveBack(call, Channels.Way.OUT);
            } else {
                channels.keep(call, Channels.Way.OUT, 1);
            }
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

    /** The paid numbers that are called. */
    static List<String> outside(Step step) {
        return step instanceof Step.Dial dial
                ? dial.parties().stream()
                        .filter(Party.PublicNumber.class::isInstance)
                        .map(party -> ((Party.PublicNumber) party).number())
                        .filter(number -> !(NumberPlan.classify(number) instanceof Dialled.Emergency))
                        .toList()
                : List.of();
    }
}
