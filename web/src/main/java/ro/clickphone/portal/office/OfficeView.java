package ro.clickphone.portal.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import org.primefaces.model.LazyDataModel;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.account.Account;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.layout.Rows;
import ro.clickphone.portal.layout.Visit;

/** All customers; an operator opens one and sees its pages as it does, which the audit log notes. */
@Named
@ViewScoped
public class OfficeView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private AccountService accounts;

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

    public LazyDataModel<Account> getRows() {
        if (rows == null) {
            rows = new Rows<>(page -> accounts.search(text, page), Account::id);
        }
        return rows;
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
