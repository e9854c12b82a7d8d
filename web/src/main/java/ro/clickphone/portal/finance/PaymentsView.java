package ro.clickphone.portal.finance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.primefaces.event.FileUploadEvent;
import org.primefaces.model.LazyDataModel;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.bank.BadLine;
import ro.clickphone.pbx.bank.BankDesk;
import ro.clickphone.pbx.bank.BankLine;
import ro.clickphone.pbx.bank.ImportReport;
import ro.clickphone.pbx.bank.LineState;
import ro.clickphone.pbx.bank.StoredLine;
import ro.clickphone.pbx.invoice.InvoiceRules;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.format.Prices;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Rows;

/** The OP desk: a statement is brought, its lines are matched or looked at, and a second person books them. */
@Named
@ViewScoped
public class PaymentsView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private BankDesk bank;

    @Inject
    private InvoiceRules rules;

    @Inject
    private Language language;

    @Inject
    private Refusals refusals;

    private LineState state = LineState.PROPOSED;
    private transient LazyDataModel<StoredLine> rows;
    private transient Map<LineState, Long> counts;
    private ImportReport report;
    private StoredLine chosen;
    private String owner = "";
    private String reason = "";
    private OpForm op = new OpForm();

    public void bring(FileUploadEvent event) {
        try {
            report = bank.bring(event.getFile().getContent());
            refusals.done("bank.brought", report.proposed(), report.exceptions(), report.known());
            state = report.proposed() > 0 ? LineState.PROPOSED : LineState.EXCEPTION;
        } catch (Refusal refusal) {
            refusals.show(refusal, "statement");
        }
        refresh();
    }

    public void enter() {
        try {
            bank.enter(account(op.getAccount()), op.asLine());
            refusals.done("bank.entered");
            op = new OpForm();
            state = LineState.PROPOSED;
        } catch (Refusal refusal) {
            refusals.show(refusal, "op");
        }
        refresh();
    }

    public void book(StoredLine line) {
        try {
            refusals.done("bank.booked.done", bank.book(line.id()));
        } catch (Refusal refusal) {
            refusals.show(refusal, "lines");
        }
        refresh();
    }

    public void sendBack(StoredLine line) {
        try {
            bank.sendBack(line.id());
        } catch (Refusal refusal) {
            refusals.show(refusal, "lines");
        }
        refresh();
    }

    public void choose(StoredLine line) {
        chosen = line;
        owner = "";
        reason = "";
    }

    public void propose() {
        try {
            bank.propose(chosen.id(), account(owner));
            refusals.done("bank.proposed.done");
            chosen = null;
        } catch (Refusal refusal) {
            refusals.show(refusal, "exception");
        }
        refresh();
    }

    public void setAside() {
        try {
            bank.setAside(chosen.id(), reason);
            chosen = null;
        } catch (Refusal refusal) {
            refusals.show(refusal, "exception");
        }
        refresh();
    }

    private void refresh() {
        rows = null;
        counts = null;
    }

    private static AccountId account(String text) {
        if (!text.strip().matches("[1-9][0-9]{0,9}")) {
            throw new NotFound("account.unknown", text.strip());
        }
        return new AccountId(Long.parseLong(text.strip()));
    }

    public LazyDataModel<StoredLine> getRows() {
        if (rows == null) {
            rules.prepare();
            rows = new Rows<>(page -> bank.list(state, page), StoredLine::id);
        }
        return rows;
    }

    public List<LineState> getStates() {
        return List.of(LineState.values());
    }

    public long count(LineState of) {
        if (counts == null) {
            counts = new EnumMap<>(LineState.class);
            getStates().forEach(each -> counts.put(each, bank.count(each)));
        }
        return counts.get(of);
    }

    /** Who proposed it does not see the button that books it. */
    public boolean mayBook(StoredLine line) {
        return line.state() == LineState.PROPOSED
                && !line.proposedBy().equals(Acting.now().name());
    }

    public String day(StoredLine line) {
        return Moments.date(line.line().bookedOn(), language.getLocale());
    }

    public String amount(StoredLine line) {
        BigDecimal amount = line.line().amount();
        return line.line().currency().equals("EUR")
                ? Prices.euro(amount, language.getLocale())
                : Prices.lei(amount, language.getLocale());
    }

    public String why(StoredLine line) {
        return line.why().isEmpty() ? "" : refusals.text(line.why(), List.of());
    }

    public String account(StoredLine line) {
        return line.account().map(AccountId::toString).orElse("");
    }

    public String reference(StoredLine line) {
        return line.reference().map(Object::toString).orElse("");
    }

    public ImportReport getReport() {
        return report;
    }

    public String badText(BadLine line) {
        return refusals.text(line.why(), line.told());
    }

    public StoredLine getChosen() {
        return chosen;
    }

    public LineState getState() {
        return state;
    }

    public void setState(LineState state) {
        this.state = state == null ? LineState.PROPOSED : state;
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner == null ? "" : owner;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason;
    }

    public OpForm getOp() {
        return op;
    }

    /** An OP as it is typed. */
    public static class OpForm implements Serializable {
        private static final long serialVersionUID = 1L;

        private String account = "";
        private String bankId = "";
        private String day = "";
        private String amount = "";
        private String currency = "EUR";
        private String details = "";

        BankLine asLine() {
            String figures = amount.strip().replace(',', '.');
            if (!figures.matches("[0-9]{1,12}(\\.[0-9]{1,6})?")) {
                throw new Refusal("bank.amount", "amount", amount);
            }
            try {
                return new BankLine(
                        bankId, LocalDate.parse(day.strip()), new BigDecimal(figures), currency, "", "", details);
            } catch (DateTimeException e) {
                throw new Refusal("bank.date", "day");
            }
        }

        private static String given(String text) {
            return text == null ? "" : text;
        }

        public String getAccount() {
            return account;
        }

        public void setAccount(String account) {
            this.account = given(account);
        }

        public String getBankId() {
            return bankId;
        }

        public void setBankId(String bankId) {
            this.bankId = given(bankId);
        }

        public String getDay() {
            return day;
        }

        public void setDay(String day) {
            this.day = given(day);
        }

        public String getAmount() {
            return amount;
        }

        public void setAmount(String amount) {
            this.amount = given(amount);
        }

        public String getCurrency() {
            return currency;
        }

        public void setCurrency(String currency) {
            this.currency = given(currency);
        }

        public String getDetails() {
            return details;
        }

        public void setDetails(String details) {
            this.details = given(details);
        }
    }
}
