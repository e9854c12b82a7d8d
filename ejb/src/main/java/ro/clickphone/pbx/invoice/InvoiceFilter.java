package ro.clickphone.pbx.invoice;

import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * Which documents finance wants to see.
 *
 * @param from first day of issue
 * @param until last day of issue, inclusive
 * @param text part of number, customer's name or tax code; empty for all
 * @param reported never empty
 */
public record InvoiceFilter(LocalDate from, LocalDate until, String text, Set<Reported> reported) {
    static final String CHOSEN = " WHERE i.issuedOn >= :from AND i.issuedOn <= :until AND i.reported IN :reported"
            + " AND (i.printed LIKE :text ESCAPE '!' OR i.customer.name LIKE :text ESCAPE '!'"
            + " OR i.customer.fiscalCode LIKE :text ESCAPE '!')";
    private static final int LONGEST = 64;

    /** @throws Refusal {@code invoice.period}, {@code invoice.text} */
    public InvoiceFilter {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (until.isBefore(from)) {
            throw new Refusal("invoice.period", "until");
        }
        text = text.strip();
        if (text.length() > LONGEST) {
            throw new Refusal("invoice.text", "text", LONGEST);
        }
        if (reported.isEmpty()) {
            throw new IllegalArgumentException("no state at all");
        }
        reported = Set.copyOf(reported);
    }

    public static InvoiceFilter between(LocalDate from, LocalDate until) {
        return new InvoiceFilter(from, until, "", EnumSet.allOf(Reported.class));
    }

    public InvoiceFilter withText(String wanted) {
        return new InvoiceFilter(from, until, wanted, reported);
    }

    public InvoiceFilter only(Reported state) {
        return new InvoiceFilter(from, until, text, Set.of(state));
    }

    <T> TypedQuery<T> bind(TypedQuery<T> query) {
        return query.setParameter("from", from)
                .setParameter("until", until)
                .setParameter("reported", reported)
                .setParameter(
                        "text", "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
    }
}
