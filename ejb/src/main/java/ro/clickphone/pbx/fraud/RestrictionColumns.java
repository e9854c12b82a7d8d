package ro.clickphone.pbx.fraud;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** How restrictions are written in a table: {@code NATIONAL,MOBILE}. */
final class RestrictionColumns {
    private RestrictionColumns() {}

    static String write(Restrictions restrictions) {
        return restrictions.permitted().stream()
                .sorted()
                .map(Destinations::name)
                .collect(Collectors.joining(","));
    }

    static Restrictions read(String permitted, boolean blocked) {
        Set<Destinations> some = EnumSet.noneOf(Destinations.class);
        Arrays.stream(permitted.split(","))
                .filter(name -> !name.isEmpty())
                .map(Destinations::valueOf)
                .forEach(some::add);
        return new Restrictions(some, blocked ? Restrictions.Service.BLOCKED : Restrictions.Service.OPEN);
    }
}
