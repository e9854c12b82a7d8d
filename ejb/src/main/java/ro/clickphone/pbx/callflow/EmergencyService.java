package ro.clickphone.pbx.callflow;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Step;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;

/**
 * Proves for each extension that help can be called: the same decisions as of a real call are taken, and none is carried
 * out. No call leaves the exchange.
 */
@Stateless
@Guarded(Need.READ)
public class EmergencyService {
    private static final List<String> NUMBERS = List.of("112", "116111");

    @Inject
    private RoutingPlans plans;

    @Inject
    private Present present;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * Which way an emergency call of an extension would take.
     *
     * @param trunk by which it leaves; empty when it would be refused
     * @param shown what the emergency service would see
     */
    public record Way(int extension, String number, Optional<Long> trunk, String shown) {}

    /** By extension and number. @throws NotFound {@code account.unknown} */
    public List<Way> test(AccountId account) {
        RoutingPlan plan = plans.of(account).orElseThrow(() -> new NotFound("account.unknown", account));
        List<Way> ways = plan.extensions().values().stream()
                .sorted((one, other) -> one.number().compareTo(other.number()))
                .flatMap(extension -> NUMBERS.stream().map(number -> way(extension, number, plan)))
                .toList();
        long open = ways.stream().filter(way -> way.trunk().isPresent()).count();
        audit.record(account, new Act("emergency.tested", "", "", open + " / " + ways.size()));
        return ways;
    }

    private Way way(Extension extension, String number, RoutingPlan plan) {
        Instant now = clock.instant();
        CallId call = CallId.random();
        IncomingCall dialled =
                new IncomingCall(call, new Party.Extension(extension.who()), number, CallerId.of(""), now);
        Step step =
                CallFlow.begin(dialled, plan, new Moment(call, now, present)).step();
        if (step instanceof Step.Dial dial && dial.parties().get(0) instanceof Party.PublicNumber outside) {
            return new Way(
                    extension.number().value(),
                    number,
                    Optional.of(outside.trunk().value()),
                    dial.from().number());
        }
        return new Way(extension.number().value(), number, Optional.empty(), "");
    }
}
