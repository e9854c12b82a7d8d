package ro.clickphone.pbx.access;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Refusal;

/** On whose behalf something happens. */
public sealed interface Actor {
    /** For the audit log: who. */
    String name();

    /** For the audit log: the network address that it came from; empty for the exchange itself. */
    String address();

    /** @throws Refusal {@code access.denied} */
    void meet(Need need);

    /** @throws NotFound {@code account.unknown}: another's account looks like one that does not exist */
    void meet(AccountId account);

    /** Calls, jobs, the start: what no person asked for at this moment. */
    record Exchange() implements Actor {
        @Override
        public String name() {
            return "exchange";
        }

        @Override
        public String address() {
            return "";
        }

        @Override
        public void meet(Need need) {}

        @Override
        public void meet(AccountId account) {}
    }

    /** A request of which nobody knows whose it is. */
    record Stranger(String address) implements Actor {
        public Stranger {
            Objects.requireNonNull(address, "address");
        }

        @Override
        public String name() {
            return "stranger";
        }

        @Override
        public void meet(Need need) {
            if (need != Need.NOTHING) {
                throw new Refusal("access.denied", "");
            }
        }

        @Override
        public void meet(AccountId account) {}
    }

    /**
     * Somebody who signed in.
     *
     * @param account the customer whose person it is; empty for the back office
     */
    record Person(Optional<AccountId> account, String name, Role role, String address) implements Actor {
        public Person {
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(address, "address");
            if (account.isPresent() == role.isBackOffice()) {
                throw new IllegalArgumentException(role + " and account " + account);
            }
        }

        @Override
        public void meet(Need need) {
            if (!need.isMetBy(role)) {
                throw new Refusal("access.denied", "");
            }
        }

        @Override
        public void meet(AccountId wanted) {
            if (account.isPresent() && !account.get().equals(wanted)) {
                throw new NotFound("account.unknown", wanted);
            }
        }
    }

    /**
     * A program with a key of the API.
     *
     * @param account the only account that the key opens; empty for all of them
     * @param scopes what it may do there
     */
    record Program(Optional<AccountId> account, String name, Set<Need> scopes, String address) implements Actor {
        public Program {
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(name, "name");
            scopes = Set.copyOf(scopes);
            Objects.requireNonNull(address, "address");
        }

        @Override
        public void meet(Need need) {
            boolean met = need == Need.NOTHING || need == Need.KNOW && !scopes.isEmpty() || scopes.contains(need);
            if (!met) {
                throw new Refusal("access.scope", "", need);
            }
        }

        @Override
        public void meet(AccountId wanted) {
            if (account.isPresent() && !account.get().equals(wanted)) {
                throw new NotFound("account.unknown", wanted);
            }
        }
    }
}
