package ro.clickphone.portal.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.time.ZoneId;
import java.util.Optional;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.account.Account;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.SignedIn;
import ro.clickphone.pbx.account.Users;
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
    private static final ZoneId OF_THE_BACK_OFFICE = ZoneId.of("Europe/Bucharest");

    @Inject
    private SecurityContext security;

    @Inject
    private Users users;

    @Inject
    private AccountService accounts;

    @Inject
    private NumberService numbers;

    @Inject
    private Visit visit;

    private Optional<SignedIn> user;
    private Optional<AccountId> tenant;
    private Account account;

    /** Empty on public pages. */
    public Optional<SignedIn> user() {
        if (user == null) {
            user = Optional.ofNullable(security.getCallerPrincipal())
                    .map(Principal::getName)
                    .flatMap(users::signedIn);
        }
        return user;
    }

    /** Whose pages are shown: the user's own account, or the one that an operator visits; finance visits none. */
    public Optional<AccountId> tenant() {
        if (tenant == null) {
            tenant = user().flatMap(SignedIn::account).or(() -> is(Role.OPERATOR) ? visit.account() : Optional.empty());
        }
        return tenant;
    }

    /** @throws IllegalStateException on a public page, or one of the back office: there is no account to speak of */
    public AccountId id() {
        return tenant().orElseThrow(() -> new IllegalStateException("no customer's page"));
    }

    public boolean is(Role role) {
        return user().filter(known -> known.role() == role).isPresent();
    }

    public Account customer() {
        if (account == null) {
            account = accounts.find(id());
        }
        return account;
    }

    public ZoneId zone() {
        return tenant().isPresent() ? customer().timeZone() : OF_THE_BACK_OFFICE;
    }

    public String getName() {
        return user().map(SignedIn::name).orElse("");
    }

    /** The account's number; empty in the back office. */
    public String getAccount() {
        return tenant().map(AccountId::toString).orElse("");
    }

    /** Whether an operator looks at a customer's pages; the frame says so. */
    public boolean isVisiting() {
        return is(Role.OPERATOR) && tenant().isPresent();
    }

    /** Whether anything may be changed by this user; buttons that would only be refused are not shown. */
    public boolean isReadOnly() {
        return is(Role.READ_ONLY);
    }

    /** The account's first public number; empty while it has none. */
    public String getNumber() {
        return tenant().flatMap(id -> numbers.list(id).stream().findFirst())
                .map(did -> NumberPlan.asDialled(did.number()))
                .orElse("");
    }
}
