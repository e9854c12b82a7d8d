package ro.clickphone.pbx.demo;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.billing.BillingService;
import ro.clickphone.pbx.billing.County;
import ro.clickphone.pbx.billing.FiscalCode;
import ro.clickphone.pbx.billing.Iban;
import ro.clickphone.pbx.billing.Party;
import ro.clickphone.pbx.billing.PostalAddress;
import ro.clickphone.pbx.billing.Supplier;
import ro.clickphone.pbx.billing.SupplierDesk;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.tax.EuroRate;
import ro.clickphone.pbx.tax.TaxTables;

/** What the demo needs to issue invoices: made-up companies whose codes check, and a rate of the euro for the first days. */
@Stateless
@Guarded(Need.OPERATE)
public class DemoBilling {
    @Inject
    private SupplierDesk suppliers;

    @Inject
    private BillingService billing;

    @Inject
    private TaxTables tax;

    public void create(AccountId example, AccountId second) {
        tax.add(new EuroRate(tax.today(), new BigDecimal("5.0873")));
        suppliers.save(new Supplier(
                party("ClickPhone Demo SRL", "RO17072761", "J40/20/2005", bucharest(), "facturi@clickphone.example"),
                new Iban("RO49AAAA1B31007593840000"),
                "Banca Exemplu",
                "90.000 lei",
                "031 005 0500"));
        billing.save(
                example,
                party(
                        "Ionescu Consult SRL",
                        "RO14835419",
                        "J12/345/2015",
                        new PostalAddress("Str. Memorandumului 21, ap. 7", "Cluj-Napoca", County.CJ),
                        "office@ionescu.example"));
        billing.save(
                second,
                party(
                        "Florescu Flori SRL",
                        "17072761",
                        "",
                        new PostalAddress("Bd. Eroilor 5", "Brașov", County.BV),
                        "office@florescu.example"));
    }

    private static PostalAddress bucharest() {
        return new PostalAddress("Șoseaua Pipera 42, etaj 3", "SECTOR2", County.B);
    }

    private static Party party(String name, String code, String register, PostalAddress address, String email) {
        return new Party(name, Optional.of(FiscalCode.parse(code)), register, address, email);
    }
}
