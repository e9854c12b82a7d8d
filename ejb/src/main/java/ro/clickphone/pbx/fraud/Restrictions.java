package ro.clickphone.pbx.fraud;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an account or an extension may call.
 *
 * @param service {@code BLOCKED} refuses every call, in and out and internal ones too, but for emergencies (item 168)
 */
public record Restrictions(Set<Destinations> permitted, Service service) {
    public static final Restrictions USUAL = new Restrictions(Destinations.USUAL, Service.OPEN);

    /** The switch of the manual's line "Blocat". */
    public enum Service {
        OPEN,
        BLOCKED
    }

    public Restrictions {
        permitted = Set.copyOf(permitted);
        Objects.requireNonNull(service, "service");
    }

    boolean isBlocked() {
        return service == Service.BLOCKED;
    }

    boolean permits(Destinations destinations) {
        return !isBlocked() && permitted.contains(destinations);
    }

    /** What both permit. */
    Restrictions and(Restrictions other) {
        Set<Destinations> both = EnumSet.noneOf(Destinations.class);
        both.addAll(permitted);
        both.retainAll(other.permitted);
        return new Restrictions(both, isBlocked() ? service : other.service);
    }

    Restrictions without(Destinations... forbidden) {
        Set<Destinations> left = EnumSet.noneOf(Destinations.class);
        left.addAll(permitted);
        left.removeAll(Set.of(forbidden));
        return new Restrictions(left, service);
    }

    /** For the audit log and the table: {@code NATIONAL,MOBILE}, in the order of the page. */
    @Override
    public String toString() {
        return permitted.stream().sorted().map(Destinations::name).collect(Collectors.joining(","))
                + (isBlocked() ? " BLOCKED" : "");
    }
}
