package ro.clickphone.portal.invoice;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ro.clickphone.pbx.billing.County;
import ro.clickphone.pbx.billing.FiscalCode;
import ro.clickphone.pbx.billing.Party;
import ro.clickphone.pbx.billing.PostalAddress;
import ro.clickphone.pbx.kernel.Refusal;

/** The fields of a party as they are typed. */
public class PartyForm {
    private String name = "";
    private String fiscalCode = "";
    private String tradeRegister = "";
    private String street = "";
    private String city = "";
    private String county = "";
    private String email = "";

    public static PartyForm of(Party party) {
        PartyForm form = new PartyForm();
        form.name = party.name();
        form.fiscalCode = party.fiscalCodeText();
        form.tradeRegister = party.tradeRegister();
        form.street = party.address().street();
        form.city = party.address().city();
        form.county = party.address().county().name();
        form.email = party.email();
        return form;
    }

    /** @throws Refusal about the field that is wrong */
    public Party asParty() {
        Optional<FiscalCode> code = fiscalCode.isBlank() ? Optional.empty() : Optional.of(FiscalCode.parse(fiscalCode));
        County where = County.of(county).orElseThrow(() -> new Refusal("billing.county", "county"));
        return new Party(name, code, tradeRegister, new PostalAddress(street, city, where), email);
    }

    /** Names of the counties to their codes. */
    public Map<String, String> getCounties() {
        return Arrays.stream(County.values())
                .collect(Collectors.toMap(County::title, County::name, (one, other) -> one, LinkedHashMap::new));
    }

    private static String given(String text) {
        return text == null ? "" : text;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = given(name);
    }

    public String getFiscalCode() {
        return fiscalCode;
    }

    public void setFiscalCode(String fiscalCode) {
        this.fiscalCode = given(fiscalCode);
    }

    public String getTradeRegister() {
        return tradeRegister;
    }

    public void setTradeRegister(String tradeRegister) {
        this.tradeRegister = given(tradeRegister);
    }

    public String getStreet() {
        return street;
    }

    public void setStreet(String street) {
        this.street = given(street);
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = given(city);
    }

    public String getCounty() {
        return county;
    }

    public void setCounty(String county) {
        this.county = given(county);
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = given(email);
    }
}
