package ro.clickphone.pbx.audit;

import java.time.Instant;
import java.util.Optional;
import ro.clickphone.pbx.kernel.AccountId;

/**
 * A line of the audit log.
 *
 * @param account empty when it concerned no customer
 * @param actor the person's sign-in name, the name of a key, or {@code exchange}
 * @param role the person's; {@code PROGRAM} for a key, empty for the exchange
 */
public record AuditLine(
        long id, Optional<AccountId> account, Instant at, String actor, String role, String address, Act act) {}
