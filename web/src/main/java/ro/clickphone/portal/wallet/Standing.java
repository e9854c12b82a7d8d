package ro.clickphone.portal.wallet;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ro.clickphone.pbx.catalogue.Subscription;
import ro.clickphone.pbx.catalogue.Subscription.State;
import ro.clickphone.pbx.kernel.Money;

/** How a customer stands with the exchange; the worst that is true. */
sealed interface Standing {
    /** Below it a customer is warned, whatever the fees. */
    Money WARNING = Money.ofCents(200);

    /** Nothing to be told. */
    record Fine() implements Standing {}

    /** The credit covers neither what next month takes nor the usual warning limit. */
    record Low(Money fees, Money needed) implements Standing {}

    /** A fee is owed, and the service goes on until that day. */
    record Owed(String product, LocalDate until, Money missing) implements Standing {}

    /** The days of grace are over. */
    record Suspended(String product, Money missing) implements Standing {}

    /**
     * Pure.
     *
     * @param owed the fees that could not be taken
     * @param fees what next month will take
     */
    static Standing of(Money available, List<Subscription> subscriptions, Money owed, Money fees, int graceDays) {
        Money missing = owed.minus(available).isPositive() ? owed.minus(available) : Money.ZERO;
        Optional<Subscription> suspended = subscriptions.stream()
                .filter(one -> one.state() == State.SUSPENDED)
                .findFirst();
        if (suspended.isPresent()) {
            return new Suspended(suspended.get().product().name(), missing);
        }
        Optional<Subscription> owing = subscriptions.stream()
                .filter(one ->
                        one.state() == State.PAST_DUE && one.pastDueSince().isPresent())
                .min(Comparator.comparing(one -> one.pastDueSince().orElseThrow()));
        if (owing.isPresent()) {
            LocalDate until = owing.get().pastDueSince().orElseThrow().plusDays(graceDays);
            return new Owed(owing.get().product().name(), until, missing);
        }
        Money needed = fees.compareTo(WARNING) > 0 ? fees : WARNING;
        return available.compareTo(needed) < 0 ? new Low(fees, needed) : new Fine();
    }
}
