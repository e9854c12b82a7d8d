package ro.clickphone.portal.invoice;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.ResourceBundle;
import org.primefaces.model.LazyDataModel;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.ledger.Balance;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.ledger.TransferId;
import ro.clickphone.pbx.ledger.WalletFilter;
import ro.clickphone.pbx.ledger.WalletRow;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.layout.Rows;
import ro.clickphone.portal.layout.TableFile;
import ro.clickphone.portal.wallet.Amounts;
import ro.clickphone.portal.wallet.RowWords;

/** Istoric financiar (manual, items 144 and 148): every row of the wallet but calls, with its invoice and arithmetic. */
@Named
@ViewScoped
public class HistoryView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private LedgerService ledger;

    private transient LazyDataModel<WalletRow> rows;
    private transient Balance balance;
    private TransferId chosen;

    public LazyDataModel<WalletRow> getRows() {
        if (rows == null) {
            rows = new Rows<>(this::page, WalletRow::number);
        }
        return rows;
    }

    private Page<WalletRow> page(PageRequest request) {
        return ledger.rows(me.id(), WalletFilter.withoutCalls(), request);
    }

    public String getAvailable() {
        return Amounts.cents(balance().available(), language.getLocale());
    }

    public String getReserved() {
        return Amounts.cents(balance().reserved(), language.getLocale());
    }

    public AccountId getAccount() {
        return me.id();
    }

    private Balance balance() {
        if (balance == null) {
            balance = ledger.balance(me.id());
        }
        return balance;
    }

    /** The zone stands in the column's head. */
    public String getZone() {
        return me.zone().getId();
    }

    public String moment(WalletRow row) {
        return Moments.moment(row.at(), me.zone(), language.getLocale());
    }

    /** With its sign, so that colour is not all that tells in from out. */
    public String amount(WalletRow row) {
        String amount = Amounts.cents(row.amount(), language.getLocale());
        return row.amount().isPositive() ? "+" + amount : amount;
    }

    public String after(WalletRow row) {
        return Amounts.cents(row.totalAfter(), language.getLocale());
    }

    public String text(WalletRow row) {
        return RowWords.of(row.wording(), language.texts());
    }

    public String document(WalletRow row) {
        return row.document().map(Object::toString).orElse("");
    }

    /** The number without its day: what the file is called. */
    public String file(WalletRow row) {
        return document(row).split("/", 2)[0];
    }

    public void choose(WalletRow row) {
        chosen = row.id();
    }

    /** Asked for again under the own account. */
    public WalletRow getChosen() {
        return chosen == null ? null : ledger.row(me.id(), chosen);
    }

    /** All rows as a file, newest first. */
    public void export(TableFile.Kind kind) throws IOException {
        TableFile.send(kind, "istoric-" + me.id(), language.texts().getString("history.title"), this::write);
    }

    private void write(TableFile.Sink file) throws IOException {
        ResourceBundle texts = language.texts();
        file.line(List.of(
                texts.getString("history.date") + " " + getZone(),
                texts.getString("history.amount"),
                texts.getString("history.text"),
                texts.getString("history.invoice"),
                texts.getString("history.after"),
                texts.getString("history.how")));
        Page<WalletRow> page;
        int offset = 0;
        do {
            page = page(new PageRequest(offset, PageRequest.MOST_SIZE));
            for (WalletRow row : page.items()) {
                file.line(List.of(
                        moment(row),
                        new BigDecimal(row.amount().cents()),
                        text(row),
                        document(row),
                        new BigDecimal(row.totalAfter().cents()),
                        row.wording().arithmetic()));
            }
            offset += PageRequest.MOST_SIZE;
        } while (offset < page.total());
    }
}
