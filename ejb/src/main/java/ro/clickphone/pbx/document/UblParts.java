package ro.clickphone.pbx.document;

import java.math.BigDecimal;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ContactType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CountryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DeliveryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.FinancialAccountType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyLegalEntityType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyTaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentMeansType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.SupplierPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSubtotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import ro.clickphone.pbx.billing.Party;
import ro.clickphone.pbx.billing.PostalAddress;
import ro.clickphone.pbx.billing.Supplier;

/** The parts that an invoice and a credit note share in UBL. */
final class UblParts {
    static final String EURO = "EUR";
    static final String LEU = "RON";
    /** UN/ECE Recommendation 20: one, a unit without a measure. */
    static final String PIECE = "C62";

    static final BigDecimal ONE = BigDecimal.ONE;
    private static final String STANDARD_RATE = "S";
    private static final String VAT = "VAT";
    private static final String ROMANIA = "RO";

    private UblParts() {}

    static SupplierPartyType seller(Supplier supplier) {
        PartyType party = party(supplier.party());
        if (!supplier.party().tradeRegister().isEmpty()) {
            party.getPartyLegalEntityAtIndex(0).setCompanyID(supplier.party().tradeRegister());
        }
        if (!supplier.capital().isEmpty()) {
            party.getPartyLegalEntityAtIndex(0).setCompanyLegalForm("Capital social: " + supplier.capital());
        }
        SupplierPartyType seller = new SupplierPartyType();
        seller.setParty(party);
        return seller;
    }

    static CustomerPartyType buyer(Party customer) {
        CustomerPartyType buyer = new CustomerPartyType();
        buyer.setParty(party(customer));
        return buyer;
    }

    private static PartyType party(Party side) {
        PartyType party = new PartyType();
        party.setPostalAddress(address(side.address()));
        side.fiscalCode().ifPresent(code -> {
            PartyTaxSchemeType tax = new PartyTaxSchemeType();
            tax.setCompanyID(code.toString());
            TaxSchemeType scheme = new TaxSchemeType();
            if (code.vatPayer()) {
                scheme.setID(VAT);
            }
            tax.setTaxScheme(scheme);
            party.addPartyTaxScheme(tax);
        });
        PartyLegalEntityType legal = new PartyLegalEntityType();
        legal.setRegistrationName(side.name());
        legal.setCompanyID(side.legalId());
        party.addPartyLegalEntity(legal);
        ContactType contact = new ContactType();
        contact.setElectronicMail(side.email());
        party.setContact(contact);
        return party;
    }

    private static AddressType address(PostalAddress where) {
        AddressType address = new AddressType();
        address.setStreetName(where.street());
        address.setCityName(where.city());
        address.setCountrySubentity(where.county().isoCode());
        CountryType country = new CountryType();
        country.setIdentificationCode(ROMANIA);
        address.setCountry(country);
        return address;
    }

    static DeliveryType supplied(Document document) {
        DeliveryType delivery = new DeliveryType();
        delivery.setActualDeliveryDate(document.suppliedOn());
        return delivery;
    }

    static PaymentMeansType paymentMeans(Document document) {
        PaymentMeansType means = new PaymentMeansType();
        means.setPaymentMeansCode(document.paidBy().code());
        if (document.paidBy() == PaidBy.BANK_TRANSFER) {
            FinancialAccountType account = new FinancialAccountType();
            account.setID(document.supplier().iban().value());
            means.setPayeeFinancialAccount(account);
        }
        return means;
    }

    static TaxTotalType vat(Document document) {
        TaxCategoryType category = standardRate(document);
        TaxSubtotalType part = new TaxSubtotalType();
        part.setTaxableAmount(document.amounts().net()).setCurrencyID(EURO);
        part.setTaxAmount(document.amounts().vat()).setCurrencyID(EURO);
        part.setTaxCategory(category);
        TaxTotalType total = new TaxTotalType();
        total.setTaxAmount(document.amounts().vat()).setCurrencyID(EURO);
        total.addTaxSubtotal(part);
        return total;
    }

    static TaxTotalType vatInLei(Document document) {
        TaxTotalType total = new TaxTotalType();
        total.setTaxAmount(document.vatInLei()).setCurrencyID(LEU);
        return total;
    }

    /** Prepaid credit is invoiced when it has been paid: nothing is left to pay. */
    static MonetaryTotalType paid(Document document) {
        MonetaryTotalType total = new MonetaryTotalType();
        total.setLineExtensionAmount(document.amounts().net()).setCurrencyID(EURO);
        total.setTaxExclusiveAmount(document.amounts().net()).setCurrencyID(EURO);
        total.setTaxInclusiveAmount(document.amounts().gross()).setCurrencyID(EURO);
        total.setPrepaidAmount(document.amounts().gross()).setCurrencyID(EURO);
        total.setPayableAmount(BigDecimal.ZERO.setScale(2)).setCurrencyID(EURO);
        return total;
    }

    static ItemType item(Document document) {
        ItemType item = new ItemType();
        item.setName(document.item());
        item.addClassifiedTaxCategory(standardRate(document));
        return item;
    }

    static PriceType price(Document document) {
        PriceType price = new PriceType();
        price.setPriceAmount(document.amounts().net()).setCurrencyID(EURO);
        return price;
    }

    private static TaxCategoryType standardRate(Document document) {
        TaxSchemeType scheme = new TaxSchemeType();
        scheme.setID(VAT);
        TaxCategoryType category = new TaxCategoryType();
        category.setID(STANDARD_RATE);
        category.setPercent(document.amounts().percent());
        category.setTaxScheme(scheme);
        return category;
    }
}
