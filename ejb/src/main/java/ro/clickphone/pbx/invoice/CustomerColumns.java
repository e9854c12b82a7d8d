package ro.clickphone.pbx.invoice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import ro.clickphone.pbx.billing.County;
import ro.clickphone.pbx.billing.FiscalCode;
import ro.clickphone.pbx.billing.Party;
import ro.clickphone.pbx.billing.PostalAddress;

/** The customer as the document shows it, whatever becomes of the customer. */
@Embeddable
class CustomerColumns {
    @Column(name = "customer_name")
    private String name;

    @Column(name = "customer_code")
    private String fiscalCode;

    @Column(name = "customer_register")
    private String tradeRegister;

    @Column(name = "customer_street")
    private String street;

    @Column(name = "customer_city")
    private String city;

    @Column(name = "customer_county")
    private String county;

    @Column(name = "customer_email")
    private String email;

    protected CustomerColumns() {}

    CustomerColumns(Party party) {
        this.name = party.name();
        this.fiscalCode = party.fiscalCodeText();
        this.tradeRegister = party.tradeRegister();
        this.street = party.address().street();
        this.city = party.address().city();
        this.county = party.address().county().name();
        this.email = party.email();
    }

    Party asParty() {
        return new Party(
                name,
                fiscalCode.isEmpty() ? Optional.empty() : Optional.of(FiscalCode.parse(fiscalCode)),
                tradeRegister,
                new PostalAddress(street, city, County.valueOf(county)),
                email);
    }
}
