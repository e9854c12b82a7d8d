package ro.clickphone.portal.finance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import ro.clickphone.pbx.billing.Iban;
import ro.clickphone.pbx.billing.Supplier;
import ro.clickphone.pbx.billing.SupplierDesk;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.tax.EuroRate;
import ro.clickphone.pbx.tax.TaxTables;
import ro.clickphone.pbx.tax.VatModel;
import ro.clickphone.pbx.tax.VatRate;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.format.Prices;
import ro.clickphone.portal.invoice.PartyForm;
import ro.clickphone.portal.layout.Language;

/** The dated tables and our own billing data. */
@Named
@RequestScoped
public class TaxView {
    @Inject
    private TaxTables tax;

    @Inject
    private SupplierDesk suppliers;

    @Inject
    private Refusals refusals;

    @Inject
    private Language language;

    private String euroDay = "";
    private String lei = "";
    private String vatFrom = "";
    private String percent = "";
    private SupplierForm form;
    private VatModel model;

    public String addEuro() {
        try {
            tax.add(new EuroRate(day("day", euroDay), decimal("tax.euro.rate", "lei", lei)));
            refusals.done("tax.saved");
        } catch (Refusal refusal) {
            refusals.show(refusal, "euro");
        }
        return null;
    }

    public String addVat() {
        try {
            tax.add(new VatRate(day("from", vatFrom), decimal("tax.vat.percent", "percent", percent)));
            refusals.done("tax.saved");
        } catch (Refusal refusal) {
            refusals.show(refusal, "vat");
        }
        return null;
    }

    /** From today on. */
    public String saveModel() {
        tax.choose(getModel());
        refusals.done("tax.saved");
        return null;
    }

    public VatModel getModel() {
        if (model == null) {
            model = tax.vatModel();
        }
        return model;
    }

    public void setModel(VatModel model) {
        this.model = model;
    }

    public String saveSupplier() {
        try {
            suppliers.save(getForm().asSupplier());
            refusals.done("billing.saved");
        } catch (Refusal refusal) {
            refusals.show(refusal, "supplier");
        }
        return null;
    }

    public String day(LocalDate day) {
        return Moments.date(day, language.getLocale());
    }

    /** {@code 5,0873}. */
    public String lei(EuroRate rate) {
        return Prices.number(rate.lei(), rate.lei().scale(), language.getLocale());
    }

    /** {@code 21}, {@code 10,5}. */
    public String percent(VatRate rate) {
        BigDecimal bare = rate.percent().stripTrailingZeros();
        return Prices.number(bare, Math.max(0, bare.scale()), language.getLocale());
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text == null ? "" : text.strip());
        } catch (DateTimeException e) {
            throw new Refusal("bank.date", field);
        }
    }

    private static BigDecimal decimal(String code, String field, String text) {
        String figures = text == null ? "" : text.strip().replace(',', '.');
        if (!figures.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
            throw new Refusal(code, field);
        }
        return new BigDecimal(figures);
    }

    public List<EuroRate> getEuroRates() {
        return tax.euroRates();
    }

    public List<VatRate> getVatRates() {
        return tax.vatRates().rates();
    }

    public SupplierForm getForm() {
        if (form == null) {
            form = suppliers.supplier().map(SupplierForm::of).orElseGet(SupplierForm::new);
        }
        return form;
    }

    public String getEuroDay() {
        return euroDay;
    }

    public void setEuroDay(String euroDay) {
        this.euroDay = euroDay;
    }

    public String getLei() {
        return lei;
    }

    public void setLei(String lei) {
        this.lei = lei;
    }

    public String getVatFrom() {
        return vatFrom;
    }

    public void setVatFrom(String vatFrom) {
        this.vatFrom = vatFrom;
    }

    public String getPercent() {
        return percent;
    }

    public void setPercent(String percent) {
        this.percent = percent;
    }

    /** Our own side of an invoice as it is typed. */
    public static class SupplierForm {
        private PartyForm party = new PartyForm();
        private String iban = "";
        private String bank = "";
        private String capital = "";
        private String phone = "";

        static SupplierForm of(Supplier supplier) {
            SupplierForm form = new SupplierForm();
            form.party = PartyForm.of(supplier.party());
            form.iban = supplier.iban().grouped();
            form.bank = supplier.bank();
            form.capital = supplier.capital();
            form.phone = supplier.phone();
            return form;
        }

        Supplier asSupplier() {
            return new Supplier(party.asParty(), new Iban(iban), bank, capital, phone);
        }

        private static String given(String text) {
            return text == null ? "" : text;
        }

        public PartyForm getParty() {
            return party;
        }

        public String getIban() {
            return iban;
        }

        public void setIban(String iban) {
            this.iban = given(iban);
        }

        public String getBank() {
            return bank;
        }

        public void setBank(String bank) {
            this.bank = given(bank);
        }

        public String getCapital() {
            return capital;
        }

        public void setCapital(String capital) {
            this.capital = given(capital);
        }

        public String getPhone() {
            return phone;
        }

        public void setPhone(String phone) {
            this.phone = given(phone);
        }
    }
}
