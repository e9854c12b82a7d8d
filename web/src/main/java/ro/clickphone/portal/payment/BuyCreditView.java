package ro.clickphone.portal.payment;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.primefaces.model.LazyDataModel;
import ro.clickphone.pbx.billing.BillingService;
import ro.clickphone.pbx.billing.Supplier;
import ro.clickphone.pbx.billing.SupplierDesk;
import ro.clickphone.pbx.card.CardBook;
import ro.clickphone.pbx.card.CardOrderId;
import ro.clickphone.pbx.card.CardPayment;
import ro.clickphone.pbx.card.CardTill;
import ro.clickphone.pbx.card.CardWay;
import ro.clickphone.pbx.invoice.InvoiceRules;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.payment.CreditAmount;
import ro.clickphone.pbx.payment.PaymentReference;
import ro.clickphone.pbx.payment.PaymentService;
import ro.clickphone.pbx.payment.PaymentService.Quote;
import ro.clickphone.pbx.payment.Proforma;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.format.Prices;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.layout.Rows;

/** Cumpără credit: an amount, what it costs with VAT, the proforma to pay by transfer. */
@Named
@ViewScoped
public class BuyCreditView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<Integer> USUAL = List.of(10, 20, 50, 100);

    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private PaymentService payments;

    @Inject
    private BillingService billing;

    @Inject
    private SupplierDesk suppliers;

    @Inject
    private Refusals refusals;

    @Inject
    private InvoiceRules rules;

    @Inject
    private CardTill till;

    @Inject
    private CardBook cards;

    private String amount = "20";
    private String card = "";
    private transient Quote quote;
    private PaymentReference ordered;
    private transient LazyDataModel<Proforma> rows;

    /** One of the usual amounts was clicked. */
    public void take(int usual) {
        amount = Integer.toString(usual);
        show();
    }

    /** What the amount costs. */
    public void show() {
        quote = null;
        try {
            quote = payments.quote(me.id(), CreditAmount.parse(amount));
        } catch (Refusal refusal) {
            refusals.show(refusal, "buy");
        }
    }

    public void order() {
        try {
            ordered = payments.order(me.id(), CreditAmount.parse(amount)).reference();
            refusals.done("payment.ordered", ordered);
        } catch (Refusal refusal) {
            refusals.show(refusal, "buy");
        }
    }

    /** Orders the credit, and takes the browser to where the card is asked for. */
    public void payByCard(CardWay way) throws IOException {
        rules.prepare();
        try {
            PaymentReference reference =
                    payments.order(me.id(), CreditAmount.parse(amount)).reference();
            CardOrderId order =
                    till.order(me.id(), reference, way, language.getLocale().getLanguage());
            ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
            external.redirect(external.getRequestContextPath() + "/payment/card/leave/" + order);
        } catch (Refusal refusal) {
            refusals.show(refusal, "buy");
        }
    }

    /** Empty where none is configured, and nothing of cards is shown. */
    public List<CardWay> getWays() {
        return till.ways();
    }

    /** The card payment that the browser comes back from; what the browser says of it counts for nothing. */
    public CardPayment getPaid() {
        try {
            return card.isEmpty() ? null : cards.find(me.id(), new CardOrderId(card));
        } catch (Refusal refusal) {
            return null;
        }
    }

    public String getCard() {
        return card;
    }

    public void setCard(String card) {
        this.card = card == null ? "" : card;
    }

    public void choose(Proforma proforma) {
        ordered = proforma.reference();
    }

    public void cancel(Proforma proforma) {
        try {
            payments.cancel(me.id(), proforma.reference());
            refusals.done("payment.cancelled", proforma.reference());
            ordered = null;
        } catch (Refusal refusal) {
            refusals.show(refusal, "orders");
        }
    }

    /** The proforma just ordered or chosen, read again. */
    public Proforma getOrdered() {
        return ordered == null ? null : payments.find(me.id(), ordered);
    }

    public Supplier getSupplier() {
        return suppliers.supplier().orElse(null);
    }

    public boolean isBillingMissing() {
        return billing.customer(me.id()).isEmpty();
    }

    public Quote getQuote() {
        if (quote == null) {
            show();
        }
        return quote;
    }

    public LazyDataModel<Proforma> getRows() {
        if (rows == null) {
            rows = new Rows<>(page -> payments.list(me.id(), page), Proforma::reference);
        }
        return rows;
    }

    public List<Integer> getUsual() {
        return USUAL;
    }

    public String euro(BigDecimal value) {
        return Prices.euro(value, language.getLocale());
    }

    public String lei(BigDecimal value) {
        return Prices.lei(value, language.getLocale());
    }

    public String percent(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    public String moment(Proforma proforma) {
        return Moments.moment(proforma.createdAt(), me.zone(), language.getLocale());
    }

    public String day(LocalDate day) {
        return Moments.date(day, language.getLocale());
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount == null ? "" : amount;
    }
}
