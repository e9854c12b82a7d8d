package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Summons;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.fraud.UseWatch;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.live.LivePresence;
import ro.clickphone.pbx.live.Presence;
import ro.clickphone.pbx.number.Dialled;
import ro.clickphone.pbx.number.NumberClass;
import ro.clickphone.pbx.number.NumberPlan;

/**
 * Calls that are begun by a click (manual, items 46 and 48): an extension's own phones ring, or its user's mobile does, and
 * whoever answers has dialled. From there on it is a call of that extension like any other, by right, channel and price; a
 * first leg to the outside is paid beside the second one.
 */
@ApplicationScoped
@Guarded(Need.CHANGE)
public class CallBackService {
    private static final Duration RING_TIME = Duration.ofSeconds(30);

    @Inject
    private RoutingPlans plans;

    @Inject
    private LivePresence presence;

    @Inject
    private EngineLine engine;

    @Inject
    private Toll toll;

    @Inject
    private Clicks clicks;

    @Inject
    private UseWatch use;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * Rings an extension, to lead it to a number then.
     *
     * @param wanted a number of the public network, or another extension; as people write it
     * @throws Refusal {@code extension.unknown}, {@code callBack.offline} or {@code callBack.busy} of the extension;
     *     {@code callBack.number} or {@code callBack.restricted} of the number
     */
    public CallId call(AccountId account, ExtensionNumber extension, String wanted) {
        RoutingPlan plan = planOf(account, extension);
        Extension caller = plan.extension(extension).orElseThrow(() -> unknown(extension));
        String dialled = bare(wanted);
        refuseImpossible(plan, extension, dialled);
        refuseAbsent(caller);
        IncomingCall call = of(caller, dialled);
        audit.record(account, new Act("call.begun", extension.toString(), "", dialled));
        engine.summon(Summons.ofSource(
                call, began(account, call, extension.toString()).state(), RING_TIME));
        return call.id();
    }

    /**
     * Rings a number outside, where the user of an extension is, to lead it to another one then. Both calls are paid, and
     * what either costs at first is set aside before the first one rings.
     *
     * @param first a number of the public network that rings first
     * @param wanted a number of the public network
     * @throws Refusal {@code extension.unknown} of the extension; {@code callBack.first} or {@code callBack.firstRestricted}
     *     of the first number; {@code callBack.outside}, {@code callBack.restricted} or {@code callBack.premium} of the
     *     other; {@code callBack.noLine},
     *     {@code callBack.channels}, {@code callBack.credit}, {@code callBack.limit}, {@code callBack.dear} or
     *     {@code callBack.noPrice} of both
     */
    public CallId callFrom(AccountId account, ExtensionNumber extension, String first, String wanted) {
        RoutingPlan plan = planOf(account, extension);
        Extension caller = plan.extension(extension).orElseThrow(() -> unknown(extension));
        E164 rings = publicNumber(plan, first, "callBack.first", "first");
        if (!plan.rules().permits(Optional.of(extension), rings.value(), classOf(rings))) {
            throw new Refusal("callBack.firstRestricted", "first", first);
        }
        E164 number = publicNumber(plan, wanted, "callBack.outside", "number");
        if (number.equals(rings)) {
            throw new Refusal("callBack.outside", "number", wanted);
        }
        refuseRestricted(plan, extension, number.value(), classOf(number));
        OutsideLine line = plan.line().orElseThrow(() -> new Refusal("callBack.noLine", "first"));
        IncomingCall call = of(caller, number.value());
        toll.passBoth(call.id(), rings.value(), number.value(), plan).ifPresent(CallBackService::refuse);
        use.placed(account, rings.value());
        audit.record(account, new Act("call.begun", extension.toString(), rings.value(), number.value()));
        engine.summon(new Summons(
                call,
                new Party.PublicNumber(line.trunk(), rings.value()),
                CallerId.of(line.shown().value()),
                began(account, call, rings.value()).state(),
                RING_TIME));
        return call.id();
    }

    private RoutingPlan planOf(AccountId account, ExtensionNumber extension) {
        return plans.of(account).orElseThrow(() -> unknown(extension));
    }

    private static String bare(String number) {
        return number.replaceAll("[\\s().-]", "");
    }

    private IncomingCall of(Extension caller, String dialled) {
        return new IncomingCall(
                CallId.random(),
                new Party.Extension(caller.who()),
                dialled,
                CallerId.of(caller.number().toString()),
                clock.instant());
    }

    private Position began(AccountId account, IncomingCall call, String rings) {
        return Position.entering(account, call.caller()).cameBy(clicks.begins(call.id(), rings));
    }

    /** The account's own numbers would lead into its own menu. */
    private static E164 publicNumber(RoutingPlan plan, String written, String refusal, String field) {
        if (NumberPlan.classify(bare(written), plan::has) instanceof Dialled.PublicNumber found
                && !plan.numbers().contains(found.number())) {
            return found.number();
        }
        throw new Refusal(refusal, field, written);
    }

    private static NumberClass classOf(E164 number) {
        return ((Dialled.PublicNumber) NumberPlan.classify(number.value())).numberClass();
    }

    private static void refuse(TollRefusal why) {
        throw switch (why) {
            case CHANNELS -> new Refusal("callBack.channels", "first");
            case RESTRICTED -> new Refusal("callBack.premium", "number");
            case NO_CREDIT -> new Refusal("callBack.credit", "first");
            case DAILY_LIMIT -> new Refusal("callBack.limit", "first");
            case TOO_DEAR -> new Refusal("callBack.dear", "first");
            case NO_PRICE -> new Refusal("callBack.noPrice", "first");
        };
    }

    /** Help is dialled, not clicked for: whoever needs it must not wait for a phone to ring. */
    private static void refuseImpossible(RoutingPlan plan, ExtensionNumber extension, String number) {
        Dialled dialled = NumberPlan.classify(number, plan::has);
        if (dialled instanceof Dialled.PublicNumber outside) {
            refuseRestricted(plan, extension, outside.number().value(), outside.numberClass());
        } else if (dialled instanceof Dialled.ShortNumber outside) {
            refuseRestricted(plan, extension, outside.number(), outside.numberClass());
        } else if (!(dialled instanceof Dialled.Internal inside)
                || inside.extension().equals(extension)) {
            throw new Refusal("callBack.number", "number", number);
        }
    }

    private static void refuseRestricted(
            RoutingPlan plan, ExtensionNumber extension, String number, NumberClass numberClass) {
        if (!plan.rules().permits(Optional.of(extension), number, numberClass)) {
            throw new Refusal("callBack.restricted", "number", number);
        }
    }

    private void refuseAbsent(Extension caller) {
        Presence now = presence.of(caller.who());
        if (!now.online()) {
            throw new Refusal("callBack.offline", "extension", caller.number());
        }
        if (now.state() != Presence.State.ONLINE) {
            throw new Refusal("callBack.busy", "extension", caller.number());
        }
    }

    private static Refusal unknown(ExtensionNumber extension) {
        return new Refusal("extension.unknown", "extension", extension);
    }
}
