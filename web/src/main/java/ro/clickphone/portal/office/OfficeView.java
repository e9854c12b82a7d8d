package ro.clickphone.portal.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.primefaces.model.LazyDataModel;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.account.Account;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.catalogue.StandingDesk;
import ro.clickphone.pbx.catalogue.Subscription;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.ledger.Balance;
import ro.clickphone.pbx.ledger.RevenueDesk;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.layout.Rows;
import ro.clickphone.portal.layout.TableFile;
import ro.clickphone.portal.layout.Visit;
import ro.clickphone.portal.wallet.Amounts;

/** All customers; an operator opens one and sees its pages as it does, which the audit log notes. */
@Named
@ViewScoped
public class OfficeView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private AccountService accounts;

    @Inject
    private RevenueDesk desk;

    @Inject
    private StandingDesk standing;

    @Inject
    private Audit audit;

    @Inject
    private Me me;

    @Inject
    private Visit visit;

    @Inject
    private Language language;

    private String text = "";
    private transient LazyDataModel<Account> rows;
    private transient Map<AccountId, Balance> balances = Map.of();
    private transient Map<AccountId, Subscription.State> states = Map.of();

    public LazyDataModel<Account> getRows() {
        if (rows == null) {
            rows = new Rows<>(this::page, Account::id);
        }
        return rows;
    }

    /** What stands beside the names is asked once for all of the page. */
    private Page<Account> page(PageRequest request) {
        Page<Account> page = accounts.search(text, request);
        List<AccountId> shown = page.items().stream().map(Account::id).toList();
        balances = desk.balances(shown);
        states = standing.of(shown);
        return page;
    }

    public String credit(AccountId account) {
        return Amounts.cents(balance(account), language.getLocale());
    }

    public boolean isBelowZero(AccountId account) {
        return balance(account).isNegative();
    }

    private Money balance(AccountId account) {
        return balances.getOrDefault(account, Balance.NOTHING).total();
    }

    /** Of the fees; empty for who has bought nothing. */
    public String state(AccountId account) {
        return Optional.ofNullable(states.get(account)).map(Enum::name).orElse("");
    }

    /** Everybody's credit as a file. */
    public void export(TableFile.Kind kind) throws IOException {
        TableFile.send(kind, "solduri", language.texts().getString("office.balances"), this::write);
    }

    private void write(TableFile.Sink sink) throws IOException {
        sink.line(List.of("AccountID", "Name", "Available", "Reserved", "State"));
        Page<Account> page;
        int offset = 0;
        do {
            page = page(new PageRequest(offset, PageRequest.MOST_SIZE));
            for (Account account : page.items()) {
                Balance balance = balances.getOrDefault(account.id(), Balance.NOTHING);
                sink.line(List.of(
                        account.id().toString(),
                        account.name(),
                        balance.available().toEuro(),
                        balance.reserved().toEuro(),
                        state(account.id())));
            }
            offset += PageRequest.MOST_SIZE;
        } while (offset < page.total());
    }

    public boolean isFinance() {
        return me.is(Role.FINANCE);
    }

    public boolean isOperator() {
        return me.is(Role.OPERATOR);
    }

    public String moment(Instant moment) {
        return Moments.moment(moment, me.zone(), language.getLocale());
    }

    public String open(AccountId account) {
        audit.record(accounts.find(account).id(), Act.of("account.visited"));
        visit.begin(account);
        return "/start/start?faces-redirect=true";
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }
}
