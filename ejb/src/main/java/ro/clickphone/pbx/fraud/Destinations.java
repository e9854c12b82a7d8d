package ro.clickphone.pbx.fraud;

import java.util.EnumSet;
import java.util.Set;
import ro.clickphone.pbx.number.NumberClass;

/** The groups of numbers that a customer permits or forbids (manual, items 164 to 166), and the fifth, see decisions. */
public enum Destinations {
    /** Fixed lines of Romania, and what costs nothing. */
    NATIONAL,
    MOBILE,
    INTERNATIONAL,
    /** Premium and special ones; forbidden until somebody permits them. */
    PREMIUM;

    static final Set<Destinations> USUAL = EnumSet.complementOf(EnumSet.of(PREMIUM));

    static Destinations of(NumberClass numberClass) {
        return switch (numberClass) {
            case NATIONAL, FREEPHONE -> NATIONAL;
            case MOBILE -> MOBILE;
            case INTERNATIONAL -> INTERNATIONAL;
            case PREMIUM, SPECIAL -> PREMIUM;
        };
    }
}
