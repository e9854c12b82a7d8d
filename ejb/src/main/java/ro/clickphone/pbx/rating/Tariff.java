package ro.clickphone.pbx.rating;

import java.io.Serializable;
import java.util.Objects;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.number.NumberClass;

/**
 * What calls to the numbers of one prefix cost. Pure.
 *
 * @param prefix digits of E.164 without the plus sign; a short number of Romania stands behind its country code
 * @param destination as the price list names it, {@code Germania mobil}
 * @param numberClass restrictions and included minutes go by it: from the same match as the price
 * @param connection once a talk
 */
public record Tariff(
        String prefix,
        String destination,
        NumberClass numberClass,
        Money perMinute,
        Money connection,
        Increments increments)
        implements Serializable {
    public Tariff {
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(numberClass, "numberClass");
        Objects.requireNonNull(perMinute, "perMinute");
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(increments, "increments");
    }

    public boolean isFree() {
        return !perMinute.isPositive() && !connection.isPositive();
    }

    /** Of a talk of so many seconds, none of them included; a talk of no length costs nothing. */
    public Money price(long talkSeconds) {
        return talkSeconds <= 0 ? Money.ZERO : connection.plus(perMinute.perMinuteFor(increments.billed(talkSeconds)));
    }

    /** The price of a talk whose first seconds are included: the rest costs as if it had begun then. */
    public Price price(long talkSeconds, long includedSeconds) {
        long included = Math.max(0, Math.min(talkSeconds, includedSeconds));
        long rest = Math.max(0, talkSeconds - included);
        long billed = rest == 0 ? 0 : increments.billed(rest);
        Money amount = price(rest);
        return new Price(amount, talkSeconds, included, billed, arithmetic(included, billed, amount));
    }

    /** How many seconds of talk that much money pays for; {@code most} when it pays for more. */
    public long secondsFor(Money money, long most) {
        if (price(most).compareTo(money) <= 0) {
            return most;
        }
        long enough = 0;
        long tooMany = most;
        while (tooMany - enough > 1) {
            long middle = enough + (tooMany - enough) / 2;
            if (price(middle).compareTo(money) <= 0) {
                enough = middle;
            } else {
                tooMany = middle;
            }
        }
        return enough;
    }

    private String arithmetic(long included, long billed, Money amount) {
        StringBuilder words = new StringBuilder();
        if (included > 0) {
            words.append(included).append(" s × 0");
        }
        if (billed > 0) {
            words.append(words.isEmpty() ? "" : " + ");
            if (connection.isPositive()) {
                words.append(connection.fourDecimals()).append(" + ");
            }
            words.append(billed).append(" s × ").append(perMinuteText()).append("/60");
        }
        return words.isEmpty()
                ? ""
                : words.append(" = ").append(amount.fourDecimals()).toString();
    }

    private String perMinuteText() {
        return perMinute.micros() % 100 == 0
                ? perMinute.fourDecimals()
                : perMinute.toEuro().toPlainString();
    }
}
