package ro.clickphone.pbx.callflow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.Diversion;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.extension.Forward;
import ro.clickphone.pbx.extension.ForwardTarget;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.number.NumberPlan;

/** Extensions ring: one with its forwards (manual, items 67 to 73), several together (item 117), or an agent. */
final class Ringing {
    /** A call forwarded more often than this wanders in circles. */
    private static final int MOST_HOPS = 5;

    private final CallFlow flow;
    private final RoutingPlan plan;

    Ringing(CallFlow flow, RoutingPlan plan) {
        this.flow = flow;
        this.plan = plan;
    }

    Decision extensions(List<ExtensionNumber> wanted, Position position) {
        return wanted.size() == 1 ? one(wanted.get(0), List.of(), position) : together(wanted, position);
    }

    /** @param hops those that forwarded the call here */
    Decision one(ExtensionNumber wanted, List<ExtensionNumber> hops, Position position) {
        return one(wanted, hops, Optional.empty(), position);
    }

    private Decision one(
            ExtensionNumber wanted, List<ExtensionNumber> hops, Optional<Diversion> diversion, Position position) {
        Optional<Extension> known = reachable(wanted);
        if (known.isEmpty() || hops.contains(wanted) || hops.size() >= MOST_HOPS) {
            return flow.unreached(HangupCause.UNAVAILABLE, position.past("ring:" + wanted));
        }
        List<ExtensionNumber> longer = new ArrayList<>(hops);
        longer.add(wanted);
        Optional<ForwardTarget> always = known.get().always().inForce();
        if (always.isPresent()) {
            return forward(longer, Diversion.Why.UNCONDITIONAL, always.get(), position);
        }
        if (known.get().doNotDisturb()) {
            return notTaken(longer, HangupCause.BUSY, position.past("quiet:" + wanted));
        }
        Step.Dial dial = dial(List.of(party(known.get())), known.get().ringTime(), position.caller(), ringback());
        return new Decision(
                diversion.map(dial::divertedBy).orElse(dial),
                position.past("ring:" + wanted).at(new Place.Ringing(longer)));
    }

    /** The extension's rule for that case decides, or else the caller is told. */
    Decision unanswered(List<ExtensionNumber> hops, StepOutcome.DialEnded ended, Position position) {
        return notTaken(hops, causeOf(ended.result()), position);
    }

    private Decision notTaken(List<ExtensionNumber> hops, HangupCause cause, Position position) {
        Forward.When when = cause == HangupCause.BUSY ? Forward.When.BUSY : Forward.When.UNAVAILABLE;
        return plan.extension(hops.get(hops.size() - 1))
                .flatMap(extension -> extension.forward(when).inForce())
                .map(target -> forward(hops, why(cause), target, position))
                .or(() -> flow.voicemail().leave(hops, position))
                .orElseGet(() -> flow.unreached(cause, position));
    }

    /** Agents of the queue: their devices ring, their forwards rest, since a queue wants the person. */
    Decision agents(Position offered, List<ExtensionNumber> agents) {
        List<Extension> known = known(agents);
        return known.isEmpty()
                ? flow.unreached(HangupCause.UNAVAILABLE, offered)
                : new Decision(dial(parties(known), longest(known), offered.caller(), music()), offered);
    }

    /** Where an extension is called that rings with others. @param by who sent the calls there last */
    private record Whereabouts(ForwardTarget at, ExtensionNumber by) {}

    /** Who sends all calls elsewhere is rung there (item 73); the other forwards rest. */
    private Decision together(List<ExtensionNumber> wanted, Position position) {
        List<Whereabouts> there =
                wanted.stream().flatMap(number -> whereabouts(number).stream()).toList();
        List<Extension> inside = known(there.stream()
                .filter(one -> one.at() instanceof ForwardTarget.ToExtension)
                .map(one -> ((ForwardTarget.ToExtension) one.at()).extension())
                .distinct()
                .toList());
        List<Step.Dial> outside = there.stream()
                .filter(one -> one.at() instanceof ForwardTarget.ToPublicNumber)
                .flatMap(
                        one -> flow
                                .outgoing()
                                .beside(((ForwardTarget.ToPublicNumber) one.at()).number(), one.by(), position)
                                .stream())
                .distinct()
                .toList();
        if (inside.isEmpty() && outside.isEmpty()) {
            return flow.unreached(
                    wanted.stream().anyMatch(plan::has) ? HangupCause.BUSY : HangupCause.UNAVAILABLE, position);
        }
        String stop = Stream.concat(
                        inside.stream().map(one -> one.number().toString()),
                        outside.stream()
                                .map(out -> ((Party.PublicNumber) out.parties().get(0)).number())
                                .map(number -> NumberPlan.asDialled(new E164(number))))
                .limit(6)
                .collect(Collectors.joining("+"));
        return new Decision(
                dial(inside, outside, position), position.past("ring:" + stop).at(new Place.RingingTogether()));
    }

    /** Numbers outside are all shown the same caller, each over a channel of its own. */
    private static Step.Dial dial(List<Extension> inside, List<Step.Dial> outside, Position position) {
        List<Party> numbers =
                outside.stream().flatMap(out -> out.parties().stream()).toList();
        if (inside.isEmpty()) {
            return outside.get(0).only(numbers);
        }
        Step.Dial colleagues = dial(parties(inside), longest(inside), position.caller(), ringback());
        if (outside.isEmpty()) {
            return colleagues;
        }
        Step.Dial out = outside.get(0);
        return colleagues
                .only(Stream.concat(colleagues.parties().stream(), numbers.stream())
                        .toList())
                .outward(new Step.Outward(out.from(), out.diversion().orElseThrow()));
    }

    /** Empty when the forwards wander in circles. */
    private Optional<Whereabouts> whereabouts(ExtensionNumber wanted) {
        Whereabouts there = new Whereabouts(new ForwardTarget.ToExtension(wanted), wanted);
        for (int hops = 0; hops <= MOST_HOPS; hops++) {
            if (!(there.at() instanceof ForwardTarget.ToExtension at)) {
                return Optional.of(there);
            }
            Optional<ForwardTarget> onward =
                    reachable(at.extension()).flatMap(known -> known.always().inForce());
            if (onward.isEmpty()) {
                return Optional.of(there);
            }
            there = new Whereabouts(onward.get(), at.extension());
        }
        return Optional.empty();
    }

    private Decision forward(List<ExtensionNumber> hops, Diversion.Why why, ForwardTarget target, Position position) {
        ExtensionNumber by = hops.get(hops.size() - 1);
        Position noted = position.past("forward:" + by + ":" + word(why));
        if (target instanceof ForwardTarget.ToExtension to) {
            return one(to.extension(), hops, Optional.of(new Diversion(by.toString(), why)), noted);
        }
        E164 outside = ((ForwardTarget.ToPublicNumber) target).number();
        return flow.outgoing().forwardedTo(outside, by, why, noted);
    }

    private static Diversion.Why why(HangupCause cause) {
        return cause == HangupCause.BUSY ? Diversion.Why.USER_BUSY : Diversion.Why.UNAVAILABLE;
    }

    /** As the trail says it. */
    private static String word(Diversion.Why why) {
        return switch (why) {
            case UNCONDITIONAL -> "always";
            case USER_BUSY -> "busy";
            case UNAVAILABLE, DEFLECTION -> "unavailable";
        };
    }

    /** What a caller is told, and a forward goes by; a device that declines counts as busy. */
    static HangupCause causeOf(StepOutcome.DialResult result) {
        return switch (result) {
            case BUSY, REJECTED -> HangupCause.BUSY;
            case NO_ANSWER -> HangupCause.NO_ANSWER;
            case TALKED -> HangupCause.NORMAL;
            case UNAVAILABLE, FAILED -> HangupCause.UNAVAILABLE;
        };
    }

    private List<Extension> known(List<ExtensionNumber> wanted) {
        return wanted.stream()
                .flatMap(number -> reachable(number).stream())
                .filter(extension -> !extension.doNotDisturb())
                .toList();
    }

    /** An extension that the customer has blocked is called by nobody (manual, item 168). */
    private Optional<Extension> reachable(ExtensionNumber wanted) {
        return plan.rules().isBlocked(wanted) ? Optional.empty() : plan.extension(wanted);
    }

    private static Duration longest(List<Extension> ringing) {
        return ringing.stream()
                .map(Extension::ringTime)
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private static List<Party> parties(List<Extension> extensions) {
        return extensions.stream().map(Ringing::party).toList();
    }

    private static Party party(Extension extension) {
        return new Party.Extension(extension.who());
    }

    private static Step.Dial dial(List<Party> parties, Duration ringTime, CallerId from, Step.CallerHears hears) {
        return Step.Dial.of(parties, ringTime, from, hears);
    }

    private static Step.CallerHears ringback() {
        return new Step.CallerHears.Ringback();
    }

    private static Step.CallerHears music() {
        return new Step.CallerHears.Music(Prompt.Music.DEFAULT);
    }
}
