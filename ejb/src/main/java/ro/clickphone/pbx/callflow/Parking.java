package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.kernel.AccountId;

/** The parking places of this node's accounts, {@code *701} to {@code *709} (manual, item 195). */
@ApplicationScoped
class Parking {
    private record Slot(AccountId account, int number) {}

    private final Map<Slot, CallId> parked = new ConcurrentHashMap<>();

    void park(AccountId account, int slot, CallId call) {
        parked.put(new Slot(account, slot), call);
    }

    Optional<CallId> in(AccountId account, int slot) {
        return Optional.ofNullable(parked.get(new Slot(account, slot)));
    }

    /** The call was fetched, went on, or is over. */
    void left(CallId call) {
        parked.values().removeIf(call::equals);
    }
}
