package ro.clickphone.pbx.kernel;

import java.io.Serializable;

/** An amount in micro-euro, net of VAT; exact, may be negative. */
public record Money(long micros) implements Serializable, Comparable<Money> {
    public static final Money ZERO = new Money(0);

    public Money plus(Money other) {
        return new Money(Math.addExact(micros, other.micros));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(micros, other.micros));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(micros, other.micros);
    }
}
