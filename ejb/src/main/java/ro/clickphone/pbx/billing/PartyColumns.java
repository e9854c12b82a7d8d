package ro.clickphone.pbx.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;

/** A party in a table. */
@Embeddable
class PartyColumns {
    private String name;

    @Column(name = "fiscal_code")
    private String fiscalCode;

    @Column(name = "trade_register")
    private String tradeRegister;

    private String street;
    private String city;
    private String county;
    private String email;

    protected PartyColumns() {}

    PartyColumns(Party party) {
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
