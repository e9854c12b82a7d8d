package ro.clickphone.portal.layout;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.Optional;
import ro.clickphone.pbx.kernel.AccountId;

/** Which customer's pages an operator has opened in this session. */
@SessionScoped
public class Visit implements Serializable {
    private static final long serialVersionUID = 1L;

    private AccountId account;

    public Optional<AccountId> account() {
        return Optional.ofNullable(account);
    }

    public void begin(AccountId wanted) {
        account = wanted;
    }

    public void end() {
        account = null;
    }
}
