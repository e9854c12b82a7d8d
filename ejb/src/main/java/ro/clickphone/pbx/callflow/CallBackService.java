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
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.live.LivePresence;
import ro.clickphone.pbx.live.Presence;
import ro.clickphone.pbx.number.Dialled;
import ro.clickphone.pbx.number.NumberClass;
import ro.clickphone.pbx.number.NumberPlan;

/**
 * Calls that are begun by a click (manual, items 46 and 48): an extension's own phones ring, and whoever answers has dialled.
 * From there on it is a call of that extension like any other, by right, channel and price.
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
        RoutingPlan plan = plans.of(account).orElseThrow(() -> unknown(extension));
        Extension caller = plan.extension(extension).orElseThrow(() -> unknown(extension));
        String dialled = wanted.replaceAll("[\\s().-]", "");
        refuseImpossible(plan, extension, dialled);
        refuseAbsent(caller);
        IncomingCall call = new IncomingCall(
                CallId.random(),
                new Party.Extension(caller.who()),
                dialled,
                CallerId.of(extension.toString()),
                clock.instant());
        audit.record(account, new Act("call.begun", extension.toString(), "", dialled));
        Position ringing = Position.entering(account, call.caller()).past("summoned");
        engine.summon(call, ringing.state(), RING_TIME);
        return call.id();
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
