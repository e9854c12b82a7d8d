package ro.clickphone.pbx.billing;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * A side of an invoice, as art. 319 of Cod fiscal and CIUS-RO demand it.
 *
 * @param name of the company or person, 1 to 120 characters
 * @param fiscalCode empty for a private person: no CNP is asked for, e-Factura takes thirteen zeros
 * @param tradeRegister {@code J12/345/2015} or {@code J2015000345123}; empty for who has none
 * @param email where invoices are sent
 */
public record Party(
        String name, Optional<FiscalCode> fiscalCode, String tradeRegister, PostalAddress address, String email)
        implements Serializable {
    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_EMAIL = 254;
    private static final String PRIVATE_PERSON = "0000000000000";
    private static final int LONGEST_REGISTER = 24;

    /** @throws Refusal {@code billing.name}, {@code billing.tradeRegister}, {@code billing.email} */
    public Party {
        Objects.requireNonNull(fiscalCode, "fiscalCode");
        Objects.requireNonNull(address, "address");
        name = Texts.required("billing.name", "name", name, LONGEST_NAME);
        tradeRegister = Texts.optional("billing.tradeRegister", "tradeRegister", tradeRegister, LONGEST_REGISTER);
        if (!tradeRegister.isEmpty() && !tradeRegister.matches("[JFC] ?[0-9]{1,2}/[0-9]{1,7}/.{4,10}|[JFC][0-9]{13}")) {
            throw new Refusal("billing.tradeRegister", "tradeRegister", tradeRegister);
        }
        email = Texts.required("billing.email", "email", email, LONGEST_EMAIL);
        if (!email.matches("[^@\\s]{1,64}@[^@\\s]+")) {
            throw new Refusal("billing.email", "email");
        }
    }

    public boolean isCompany() {
        return fiscalCode.isPresent();
    }

    /** What e-Factura knows the party by. */
    public String legalId() {
        return fiscalCode.map(FiscalCode::digits).orElse(PRIVATE_PERSON);
    }

    /** In one line, as people read it. */
    public String line() {
        return Stream.of(name, fiscalCodeText(), tradeRegister, address.street(), address.place(), email)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** {@code RO14835419}; empty for a private person. */
    public String fiscalCodeText() {
        return fiscalCode.map(FiscalCode::toString).orElse("");
    }
}
