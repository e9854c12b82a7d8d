package ro.clickphone.pbx.fraud;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import ro.clickphone.pbx.kernel.Money;

/**
 * The anti-fraud settings of an account as a whole.
 *
 * @param dailyLimit empty for none; zero permits nothing that costs (decisions)
 * @param priceCap the dearest minute; empty for none
 * @param heldSince international calls wait for a confirmation by PIN since then, after an alarm
 * @param onAlarm what the next alarm of unusual use does
 */
public record FraudSettings(
        Restrictions restrictions,
        CallRules.Anonymous anonymous,
        Optional<Money> dailyLimit,
        Optional<Money> priceCap,
        Optional<Instant> heldSince,
        OnAlarm onAlarm) {
    public static final FraudSettings USUAL = new FraudSettings(
            Restrictions.USUAL,
            CallRules.Anonymous.ADMITTED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OnAlarm.TELL);

    public FraudSettings {
        Objects.requireNonNull(restrictions, "restrictions");
        Objects.requireNonNull(anonymous, "anonymous");
        Objects.requireNonNull(dailyLimit, "dailyLimit");
        Objects.requireNonNull(priceCap, "priceCap");
        Objects.requireNonNull(heldSince, "heldSince");
        Objects.requireNonNull(onAlarm, "onAlarm");
    }

    /** What is in force: while international calls are held they are forbidden, and premium ones with them. */
    Restrictions inForce() {
        return heldSince.isEmpty()
                ? restrictions
                : restrictions.without(Destinations.INTERNATIONAL, Destinations.PREMIUM);
    }
}
