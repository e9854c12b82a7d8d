package ro.clickphone.pbx.billing;

import java.io.Serializable;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * The company that runs the exchange and issues its invoices.
 *
 * @param iban of the account that transfers go to
 * @param bank its name
 * @param capital the share capital, as the law of companies wants it printed; may be empty
 * @param phone may be empty
 */
public record Supplier(Party party, Iban iban, String bank, String capital, String phone) implements Serializable {
    private static final int LONGEST = 60;

    /** @throws Refusal {@code billing.supplier.code}, {@code billing.bank}, {@code billing.capital}, {@code billing.phone} */
    public Supplier {
        Objects.requireNonNull(iban, "iban");
        if (!party.isCompany()) {
            throw new Refusal("billing.supplier.code", "fiscalCode");
        }
        bank = Texts.required("billing.bank", "bank", bank, LONGEST);
        capital = Texts.optional("billing.capital", "capital", capital, LONGEST);
        phone = Texts.optional("billing.phone", "phone", phone, LONGEST);
    }

    /** In one line, as people read it. */
    public String line() {
        return Stream.of(party.line(), iban.toString(), bank, capital, phone)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
