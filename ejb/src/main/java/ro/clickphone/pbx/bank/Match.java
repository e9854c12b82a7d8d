package ro.clickphone.pbx.bank;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.payment.PaymentReference;
import ro.clickphone.pbx.payment.Proforma;

/** Whose money a line of the bank is. */
sealed interface Match {
    /** It pays this proforma to the cent. */
    record Found(AccountId account, PaymentReference reference) implements Match {}

    /** A person must look at it. @param why key of a text */
    record Exception(String why) implements Match {}

    /**
     * Pure: by the reference, else by the payer's tax code and the amount.
     *
     * @param named the proformas that the line's details name
     * @param ofPayer the open ones of customers whose tax code the line names
     */
    static Match of(BankLine line, List<Proforma> named, List<Proforma> ofPayer) {
        if (named.size() > 1) {
            return new Exception("bank.why.several");
        }
        if (named.size() == 1) {
            return byReference(line, named.get(0));
        }
        List<Proforma> exact = ofPayer.stream().filter(open -> pays(line, open)).toList();
        return exact.size() == 1
                ? found(exact.get(0))
                : new Exception(exact.isEmpty() ? "bank.why.unknown" : "bank.why.several");
    }

    private static Match byReference(BankLine line, Proforma proforma) {
        Optional<String> problem =
                switch (proforma.state()) {
                    case PAID -> Optional.of("bank.why.paid");
                    case CANCELLED -> Optional.of("bank.why.cancelled");
                    case EXPIRED -> Optional.of("bank.why.expired");
                    case OPEN -> pays(line, proforma) ? Optional.empty() : Optional.of("bank.why.amount");
                };
        return problem.<Match>map(Exception::new).orElseGet(() -> found(proforma));
    }

    private static Match found(Proforma proforma) {
        return new Found(proforma.account(), proforma.reference());
    }

    private static boolean pays(BankLine line, Proforma proforma) {
        BigDecimal price = line.currency().equals("EUR") ? proforma.amounts().gross() : proforma.grossInLei();
        return price.compareTo(line.amount()) == 0;
    }
}
