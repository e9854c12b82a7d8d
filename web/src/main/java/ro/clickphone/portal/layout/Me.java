package ro.clickphone.portal.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.time.ZoneId;
import java.util.Optional;
import ro.clickphone.pbx.account.Account;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.SignedIn;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.number.NumberPlan;
import ro.clickphone.pbx.number.NumberService;

/**
 * Who looks at the page, and for which account: the only source of the tenant. Read anew in each request, so that a user
 * who was taken away is gone at the next click.
 */
@Named
@RequestScoped
public class Me {
    @Inject
    private SecurityContext security;

    @Inject
    private AccountService accounts;

    @Inject
    private NumberService numbers;

    private Optional<SignedIn> user;
    private Account account;

    /** Empty on public pages. */
    public Optional<SignedIn> user() {
        if (user == null) {
            user = Optional.ofNullable(security.getCallerPrincipal())
                    .map(Principal::getName)
                    .flatMap(accounts::signedIn);
        }
        return user;
    }

    /** @throws IllegalStateException on a public page: there is no account to speak of */
    public AccountId id() {
        return user().map(SignedIn::account).orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    public Account customer() {
        if (account == null) {
            account = accounts.find(id());
        }
        return account;
    }

    public ZoneId zone() {
        return customer().timeZone();
    }

    public String getName() {
        return user().map(SignedIn::name).orElse("");
    }

    public String getAccount() {
        return id().toString();
    }

    /** The account's first public number; empty while it has none. */
    public String getNumber() {
        return numbers.list(id()).stream()
                .findFirst()
                .map(did -> NumberPlan.asDialled(did.number()))
                .orElse("");
    }
}
