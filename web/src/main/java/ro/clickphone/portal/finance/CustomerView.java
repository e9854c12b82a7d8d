package ro.clickphone.portal.finance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.primefaces.model.LazyDataModel;
import ro.clickphone.pbx.account.Account;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.catalogue.CatalogueService;
import ro.clickphone.pbx.catalogue.Subscription;
import ro.clickphone.pbx.correction.CorrectionDesk;
import ro.clickphone.pbx.invoice.Invoice;
import ro.clickphone.pbx.invoice.InvoiceService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.ledger.Balance;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.ledger.WalletFilter;
import ro.clickphone.pbx.ledger.WalletRow;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.format.Prices;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.layout.Rows;
import ro.clickphone.portal.wallet.Amounts;
import ro.clickphone.portal.wallet.RowWords;

/** One customer's money as finance sees it, and where a correction or a refund is proposed. */
@Named
@ViewScoped
public class CustomerView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private AccountService accounts;

    @Inject
    private LedgerService ledger;

    @Inject
    private CatalogueService catalogue;

    @Inject
    private InvoiceService invoices;

    @Inject
    private CorrectionDesk desk;

    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private Refusals refusals;

    private String number = "";
    private Account customer;
    private String amount = "";
    private String reason = "";
    private Invoice chosen;
    private String gross = "";
    private String why = "";
    private transient LazyDataModel<WalletRow> rows;
    private transient LazyDataModel<Invoice> documents;
    private transient Balance balance;

    /** After the address has been read; a number that is none shows no customer. */
    public void begin() {
        try {
            customer = number.matches("[1-9][0-9]{0,9}") ? accounts.find(new AccountId(Long.parseLong(number))) : null;
        } catch (NotFound unknown) {
            customer = null;
        }
    }

    public void correct() {
        try {
            desk.propose(id(), amount, reason);
            refusals.done("corrections.proposed");
            amount = "";
            reason = "";
        } catch (Refusal refusal) {
            refusals.show(refusal, "correction");
        }
    }

    public void choose(Invoice invoice) {
        chosen = invoice;
        gross = invoices.left(id(), invoice.number()).toPlainString();
        why = "";
    }

    public void refund() {
        try {
            desk.proposeRefund(chosen.number(), gross, why);
            refusals.done("corrections.proposed");
            chosen = null;
        } catch (Refusal refusal) {
            refusals.show(refusal, "refund");
        }
    }

    private AccountId id() {
        return customer.id();
    }

    public Account getCustomer() {
        return customer;
    }

    public LazyDataModel<WalletRow> getRows() {
        if (rows == null) {
            rows = new Rows<>(page -> ledger.rows(id(), WalletFilter.withoutCalls(), page), WalletRow::number);
        }
        return rows;
    }

    public LazyDataModel<Invoice> getDocuments() {
        if (documents == null) {
            documents = new Rows<>(page -> invoices.list(id(), page), invoice -> invoice.number()
                    .value());
        }
        return documents;
    }

    public String getAvailable() {
        return Amounts.cents(balance().available(), language.getLocale());
    }

    public String getReserved() {
        return Amounts.cents(balance().reserved(), language.getLocale());
    }

    /** Fees that the credit did not cover. */
    public String getOwed() {
        return Amounts.cents(catalogue.owed(id()), language.getLocale());
    }

    public boolean isOwing() {
        return !catalogue.owed(id()).equals(Money.ZERO);
    }

    public List<Subscription> getSubscriptions() {
        return catalogue.subscriptions(id());
    }

    private Balance balance() {
        if (balance == null) {
            balance = ledger.balance(id());
        }
        return balance;
    }

    /** Only what was paid can be given back. */
    public boolean mayRefund(Invoice invoice) {
        return invoice.kind().isPayment();
    }

    public String moment(WalletRow row) {
        return Moments.moment(row.at(), me.zone(), language.getLocale());
    }

    public String amount(WalletRow row) {
        String cents = Amounts.cents(row.amount(), language.getLocale());
        return row.amount().isPositive() ? "+" + cents : cents;
    }

    public String after(WalletRow row) {
        return Amounts.cents(row.totalAfter(), language.getLocale());
    }

    public String text(WalletRow row) {
        return RowWords.of(row.wording(), language.texts());
    }

    public String euro(BigDecimal sum) {
        return Prices.euro(sum, language.getLocale());
    }

    public String file(Invoice invoice) {
        return invoice.printed().split("/", 2)[0];
    }

    public Invoice getChosen() {
        return chosen;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = given(number);
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = given(amount);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = given(reason);
    }

    public String getGross() {
        return gross;
    }

    public void setGross(String gross) {
        this.gross = given(gross);
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = given(why);
    }

    private static String given(String text) {
        return text == null ? "" : text;
    }
}
