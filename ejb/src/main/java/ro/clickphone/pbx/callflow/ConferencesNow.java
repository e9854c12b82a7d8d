package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.pbx.kernel.AccountId;

/** Who is in a customer's conferences right now; for panels. */
@ApplicationScoped
public class ConferencesNow {
    private final Map<CallId, Guest> guests = new ConcurrentHashMap<>();

    @Inject
    private Clock clock;

    /** Somebody in a conference. @param number as it may be seen; empty when hidden @param name empty when not known */
    public record Guest(AccountId account, int room, String number, String name, Instant since) {}

    /** Who came first, first. */
    public List<Guest> guests(AccountId account) {
        return guests.values().stream()
                .filter(guest -> guest.account().equals(account))
                .sorted(Comparator.comparing(Guest::since))
                .toList();
    }

    /** @return whose conference has changed */
    Optional<AccountId> moved(CallId call, Position to) {
        if (to.place() instanceof Place.Conferring in) {
            CallerId caller = to.caller();
            String number = caller.presentation() == CallerId.Presentation.ALLOWED ? caller.number() : "";
            boolean fresh = guests.putIfAbsent(
                            call, new Guest(to.account(), in.room(), number, caller.displayName(), clock.instant()))
                    == null;
            return fresh ? Optional.of(to.account()) : Optional.empty();
        }
        return left(call);
    }

    /** @return whose conference has changed */
    Optional<AccountId> left(CallId call) {
        return Optional.ofNullable(guests.remove(call)).map(Guest::account);
    }
}
