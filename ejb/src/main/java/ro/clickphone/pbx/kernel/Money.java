package ro.clickphone.pbx.kernel;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount in micro-euro, net of VAT; exact, may be negative. */
public record Money(long micros) implements Serializable, Comparable<Money> {
    public static final Money ZERO = new Money(0);
    /** Far above any wallet, far below what a sum of wallets could overflow: a billion euro. */
    public static final Money MOST = new Money(1_000_000_000_000_000L);

    private static final int MICRO_DECIMALS = 6;
    /** Wallet rows and prices of packages. */
    private static final int CENT_DECIMALS = 2;
    /** Prices of calls. */
    private static final int CALL_DECIMALS = 4;

    public static Money ofCents(long cents) {
        return new Money(Math.multiplyExact(cents, 10_000L));
    }

    /** @throws ArithmeticException when it has more than six decimals or is out of range */
    public static Money ofEuro(BigDecimal euro) {
        return new Money(euro.movePointRight(MICRO_DECIMALS)
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact());
    }

    /** {@code Money.ofEuro("5.87")}. */
    public static Money ofEuro(String euro) {
        return ofEuro(new BigDecimal(euro));
    }

    public BigDecimal toEuro() {
        return BigDecimal.valueOf(micros, MICRO_DECIMALS);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(micros, other.micros));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(micros, other.micros));
    }

    public Money negated() {
        return new Money(Math.negateExact(micros));
    }

    /** This amount times a fraction, to whole cents, HALF_UP: the one place where fees are rounded. */
    public Money fraction(long numerator, long denominator) {
        return rounded(toEuro().multiply(BigDecimal.valueOf(numerator)), denominator, CENT_DECIMALS);
    }

    /** This amount per minute for so many seconds, to four decimals, HALF_UP: the one place where calls are rounded. */
    public Money perMinuteFor(long seconds) {
        return rounded(toEuro().multiply(BigDecimal.valueOf(seconds)), 60, CALL_DECIMALS);
    }

    private static Money rounded(BigDecimal dividend, long divisor, int decimals) {
        return ofEuro(dividend.divide(BigDecimal.valueOf(divisor), decimals, RoundingMode.HALF_UP));
    }

    public boolean isNegative() {
        return micros < 0;
    }

    public boolean isPositive() {
        return micros > 0;
    }

    /** Whether it could be written in whole cents. */
    public boolean isWholeCents() {
        return micros % 10_000 == 0;
    }

    /** Two decimals, as in the arithmetic of a wallet row: {@code 5.87}. */
    public String cents() {
        return toEuro().setScale(CENT_DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }

    /** Four decimals, as in the arithmetic of a call: {@code 0.0350}. */
    public String fourDecimals() {
        return toEuro().setScale(CALL_DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }

    public static Money least(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(micros, other.micros);
    }
}
