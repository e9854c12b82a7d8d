package ro.clickphone.portal.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.catalogue.Family;
import ro.clickphone.pbx.catalogue.OrderId;
import ro.clickphone.pbx.catalogue.Product;
import ro.clickphone.pbx.catalogue.Subscription;
import ro.clickphone.pbx.catalogue.Subscription.State;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;

class StandingTest {
    private static final Product PBX = new Product("pbx7", Family.PACKAGE, "Hosted PBX 7", 7, 1, 1, false, 0, Set.of());
    private static final Money FEE = Money.ofEuro("7.00");

    @Test
    void credit_that_covers_next_month_is_fine_and_a_cent_less_is_low() {
        assertThat(of("7.00", Money.ZERO, one(State.ACTIVE))).isEqualTo(new Standing.Fine());
        assertThat(of("6.99", Money.ZERO, one(State.ACTIVE))).isEqualTo(new Standing.Low(FEE, FEE));
    }

    @Test
    void without_subscriptions_two_euro_are_the_limit() {
        assertThat(Standing.of(Money.ofEuro("1.99"), List.of(), Money.ZERO, Money.ZERO, 7))
                .isEqualTo(new Standing.Low(Money.ZERO, Money.ofEuro("2.00")));
    }

    @Test
    void fee_that_is_owed_names_the_last_day_of_grace_and_what_is_missing() {
        assertThat(of("1.50", FEE, one(State.PAST_DUE)))
                .isEqualTo(new Standing.Owed("Hosted PBX 7", LocalDate.parse("2026-11-08"), Money.ofEuro("5.50")));
    }

    @Test
    void suspended_is_worse_than_owed() {
        assertThat(of("0.00", FEE, one(State.PAST_DUE), one(State.SUSPENDED)))
                .isEqualTo(new Standing.Suspended("Hosted PBX 7", FEE));
    }

    private static Standing of(String available, Money owed, Subscription... subscriptions) {
        return Standing.of(Money.ofEuro(available), List.of(subscriptions), owed, FEE, 7);
    }

    private static Subscription one(State state) {
        return new Subscription(
                new AccountId(53630),
                OrderId.random(),
                PBX,
                Optional.empty(),
                state,
                Instant.EPOCH,
                Optional.empty(),
                state == State.ACTIVE ? Optional.empty() : Optional.of(LocalDate.parse("2026-11-01")),
                "");
    }
}
