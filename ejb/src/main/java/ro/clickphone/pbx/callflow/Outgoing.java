package ro.clickphone.pbx.callflow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.Diversion;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.extension.SipUser;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.number.Dialled;
import ro.clickphone.pbx.number.NumberClass;
import ro.clickphone.pbx.number.NumberPlan;
import ro.clickphone.pbx.recording.RecordingRule.Recorded;

/**
 * What an extension dialled, in the one order that keeps people safe: emergency, code of the exchange, own extension,
 * public number. Whatever goes outside passes the same gate, forwards too.
 */
final class Outgoing {
    private static final Duration RING_TIME = Duration.ofSeconds(90);
    private static final int LEAST_REFUSAL = 400;
    private static final Set<Integer> BETWEEN_US_AND_CARRIER = Set.of(401, 407);

    private final CallFlow flow;
    private final Ringing ringing;
    private final RoutingPlan plan;

    Outgoing(CallFlow flow, Ringing ringing, RoutingPlan plan) {
        this.flow = flow;
        this.ringing = ringing;
        this.plan = plan;
    }

    Decision dialled(String digits, SipIdentity who, Position start) {
        return dialled(digits, who, start, caller -> shownInside(caller, start.caller()));
    }

    /** As if she had dialled, but for somebody else: that one is shown. */
    Decision handedOn(String digits, SipIdentity by, Position start) {
        return dialled(digits, by, start, any -> start.caller());
    }

    private Decision dialled(String digits, SipIdentity who, Position start, Function<Extension, CallerId> shown) {
        Dialled dialled = NumberPlan.classify(digits, plan::has);
        Optional<Extension> caller = SipUser.parse(who.user()).flatMap(user -> plan.extension(user.extension()));
        if (dialled instanceof Dialled.Emergency emergency) {
            return emergency(emergency.number(), start);
        }
        if (caller.isEmpty()) {
            return flow.refuse(403, Announcement.NOT_IN_SERVICE, start);
        }
        if (plan.rules().isBlocked(caller.get().number())) {
            return flow.refuse(403, Announcement.RESTRICTED, start.past("restricted"));
        }
        return dialled(dialled, caller.get(), Position.entering(plan.account(), shown.apply(caller.get())));
    }

    private Decision dialled(Dialled dialled, Extension caller, Position known) {
        if (dialled instanceof Dialled.FeatureCode code) {
            return flow.features().dialled(code.code(), caller, known);
        } else if (dialled instanceof Dialled.Service) {
            return flow.service().begin(known.past("service"));
        } else if (dialled instanceof Dialled.Internal internal) {
            return internal.extension().equals(caller.number())
                    ? flow.unreached(HangupCause.BUSY, known)
                    : ringing.one(internal.extension(), List.of(), recorded(Recorded.INTERNAL, known));
        } else if (dialled instanceof Dialled.PublicNumber number) {
            return placed(number.number().value(), number.numberClass(), caller, known);
        } else if (dialled instanceof Dialled.ShortNumber number) {
            return placed(number.number(), number.numberClass(), caller, known);
        } else {
            return flow.refuse(404, Announcement.NOT_IN_SERVICE, known);
        }
    }

    /** A forward leads outside: a paid call of who forwards, by the same gate; its caller is not told of the gate. */
    Decision forwardedTo(E164 number, ExtensionNumber by, Diversion.Why why, Position position) {
        return ledOut(number, Optional.of(by), why, position);
    }

    private boolean permits(E164 number, Optional<ExtensionNumber> by) {
        return NumberPlan.classify(number.value()) instanceof Dialled.PublicNumber known
                && plan.rules().permits(by, number.value(), known.numberClass());
    }

    /** A number outside that rings beside colleagues, by the same gate; empty when it may not. */
    Optional<Step.Dial> beside(E164 number, ExtensionNumber by, Position position) {
        boolean permitted = permits(number, Optional.of(by));
        return plan.line().filter(any -> permitted).map(line -> (Step.Dial)
                forwardedBy(line, number, Diversion.Why.UNCONDITIONAL, position).step());
    }

    /** The called see who calls, if that is somebody of the public network; the carrier is told whose forward it is. */
    private static Decision forwardedBy(OutsideLine line, E164 number, Diversion.Why why, Position position) {
        CallerId caller = position.caller();
        String shown =
                NumberPlan.fromCarrier(caller.number()).orElse(line.shown()).value();
        Step.Dial dial = dial(
                new Party.PublicNumber(line.trunk(), number.value()), new CallerId(shown, "", caller.presentation()));
        return new Decision(
                dial.divertedBy(new Diversion(line.shown().value(), why)), position.past("out:" + number.value()));
    }

    /** The exchange itself leads a caller outside: a paid call of the customer, by what the whole account may. */
    Decision sentTo(E164 number, Position position) {
        return ledOut(number, Optional.empty(), Diversion.Why.UNAVAILABLE, position);
    }

    private Decision ledOut(E164 number, Optional<ExtensionNumber> by, Diversion.Why why, Position position) {
        return permits(number, by)
                ? plan.line()
                        .map(line -> forwardedBy(line, number, why, position.at(new Place.ForwardedOutside())))
                        .orElseGet(() -> noLine(position))
                : flow.unreached(HangupCause.UNAVAILABLE, position.past("restricted"));
    }

    private Decision noLine(Position position) {
        return flow.unreached(HangupCause.UNAVAILABLE, position.past("no-line"));
    }

    /** An extension's own call gets the carrier's status, as far as it is meant for a caller. */
    Decision unanswered(StepOutcome.DialEnded ended, Position position) {
        boolean speaking = ended.status() >= LEAST_REFUSAL && !BETWEEN_US_AND_CARRIER.contains(ended.status());
        if (!position.isAnswered() && speaking && ended.result() != StepOutcome.DialResult.NO_ANSWER) {
            return new Decision(
                    Step.Reject.with(ended.status()),
                    position.past("status:" + ended.status()).at(new Place.Over()));
        }
        return flow.unreached(Ringing.causeOf(ended.result()), position);
    }

    private Decision emergency(String number, Position start) {
        Optional<TrunkId> trunk = plan.emergency();
        if (trunk.isEmpty()) {
            return flow.refuse(503, Announcement.NOT_AVAILABLE, start);
        }
        CallerId shown =
                plan.line().map(line -> CallerId.of(line.shown().value())).orElse(start.caller());
        return new Decision(
                dial(new Party.PublicNumber(trunk.get(), number), shown),
                start.past("emergency:" + number).at(new Place.Outside()));
    }

    private Decision placed(String number, NumberClass numberClass, Extension caller, Position position) {
        return plan.rules().permits(Optional.of(caller.number()), number, numberClass)
                ? outside(number, recorded(Recorded.PLACED, position).at(new Place.Outside()))
                : flow.refuse(403, Announcement.RESTRICTED, position.past("restricted"));
    }

    private Position recorded(Recorded kind, Position position) {
        return plan.recorded().contains(kind) ? position.past(CallFlow.RECORDED_TALK) : position;
    }

    private Decision outside(String number, Position position) {
        if (plan.line().isEmpty()) {
            return noLine(position);
        }
        OutsideLine line = plan.line().get();
        CallerId shown =
                new CallerId(line.shown().value(), "", position.caller().presentation());
        return new Decision(dial(new Party.PublicNumber(line.trunk(), number), shown), position.past("out:" + number));
    }

    private static Step.Dial dial(Party party, CallerId shown) {
        return Step.Dial.of(List.of(party), RING_TIME, shown, new Step.CallerHears.Ringback());
    }

    /** What colleagues see, whatever the phone says of itself: identity comes from the registration alone. */
    static CallerId shownInside(Extension caller, CallerId fromPhone) {
        return new CallerId(caller.number().toString(), caller.name(), fromPhone.presentation());
    }
}
