package ro.clickphone.pbx.bank;

import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * Money that came in, as the bank tells it. All of its text is a stranger's.
 *
 * @param bankId the bank's own id of the transaction; empty where it gives none
 * @param amount positive, two decimals
 * @param currency {@code EUR} or {@code RON}
 * @param details what the payer wrote
 */
public record BankLine(
        String bankId,
        LocalDate bookedOn,
        BigDecimal amount,
        String currency,
        String payer,
        String payerIban,
        String details)
        implements Serializable {
    private static final Set<String> CURRENCIES = Set.of("EUR", "RON");
    private static final BigDecimal MOST = new BigDecimal("10000000");
    private static final int CENTS = 2;
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_PAYER = 140;
    private static final int LONGEST_IBAN = 34;
    private static final int LONGEST_DETAILS = 500;
    private static final int LONGEST_TOLD = 40;

    /** @throws Refusal {@code bank.amount}, {@code bank.currency} */
    public BankLine {
        Objects.requireNonNull(bookedOn, "bookedOn");
        if (amount.signum() <= 0
                || amount.compareTo(MOST) > 0
                || amount.stripTrailingZeros().scale() > CENTS) {
            throw new Refusal("bank.amount", "amount", amount);
        }
        if (!CURRENCIES.contains(currency)) {
            throw new Refusal("bank.currency", "currency", currency);
        }
        amount = amount.setScale(CENTS);
        bankId = oneLine(bankId, LONGEST_ID);
        payer = oneLine(payer, LONGEST_PAYER);
        payerIban = oneLine(payerIban.replace(" ", ""), LONGEST_IBAN);
        details = oneLine(details, LONGEST_DETAILS);
    }

    /** @param text as the line says it; @param figures the same without what a bank's manner adds; @throws Refusal {@code bank.line.amount} */
    static BigDecimal amount(String text, String figures) {
        try {
            return new BigDecimal(figures.strip());
        } catch (NumberFormatException e) {
            throw new Refusal("bank.line.amount", "amount", oneLine(text, LONGEST_TOLD));
        }
    }

    /** @throws Refusal {@code bank.line.date} */
    static LocalDate date(String text, Function<String, LocalDate> manner) {
        try {
            return manner.apply(text.strip());
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw new Refusal("bank.line.date", "date", oneLine(text, LONGEST_TOLD));
        }
    }

    private static String oneLine(String text, int longest) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest);
    }

    /**
     * What makes two lines the same one. Without an id of the bank it is everything that it says, and the how-manieth of
     * that kind it is on its statement: two equal payments on a day are two.
     */
    String fingerprint(int occurrence) {
        String same = bankId.isEmpty()
                ? String.join("|", bookedOn.toString(), amount.toPlainString(), currency, payer, payerIban, details)
                        + "|" + occurrence
                : "id|" + bankId + "|" + bookedOn + "|" + amount.toPlainString() + "|" + currency;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(same.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks SHA-256", e);
        }
    }
}
