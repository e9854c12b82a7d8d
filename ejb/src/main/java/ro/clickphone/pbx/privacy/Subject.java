package ro.clickphone.pbx.privacy;

import java.util.Objects;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.number.NumberPlan;

/**
 * A person, known by a telephone number.
 *
 * @param number E.164
 */
public record Subject(E164 number) {
    private static final int SHOWN = 4;
    private static final String HIDDEN = "***";

    public Subject {
        Objects.requireNonNull(number, "number");
    }

    /** @throws Refusal {@code privacy.number} when it is no telephone number */
    public static Subject of(String written) {
        return new Subject(NumberPlan.fromCarrier(written.replaceAll("[\\s().-]", ""))
                .orElseThrow(() -> new Refusal("privacy.number", "number")));
    }

    /** As reports keep it. */
    String asKept() {
        return NumberPlan.asDialled(number);
    }

    /** What is left of it: enough for statistics by network and area, too little for a person. */
    public String masked() {
        return asKept().substring(0, SHOWN) + HIDDEN;
    }

    /** It must not stand in a log line by accident. */
    @Override
    public String toString() {
        return masked();
    }
}
