package ro.clickphone.pbx.account;

import java.util.Objects;
import java.util.Optional;
import ro.clickphone.pbx.access.Actor;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.kernel.AccountId;

/**
 * Somebody who can sign in: the only place where a screen may take its tenant from.
 *
 * @param account the customer whose person it is; empty for the back office, which belongs to none
 * @param language {@code ro} or {@code en}
 */
public record SignedIn(Optional<AccountId> account, String email, String name, Role role, String language) {
    public SignedIn {
        Objects.requireNonNull(account, "account");
        if (account.isPresent() == role.isBackOffice()) {
            throw new IllegalArgumentException(role + " and account " + account);
        }
    }

    /** This person, acting from a network address. */
    public Actor actor(String address) {
        return new Actor.Person(account, email, role, address);
    }
}
