package ro.clickphone.pbx.account;

import java.io.Serializable;
import ro.clickphone.pbx.kernel.AccountId;

/**
 * Who has signed in, and for which customer: the only place where a screen may take its tenant from.
 *
 * @param language {@code ro} or {@code en}
 */
public record SignedIn(AccountId account, String email, String name, Role role, String language)
        implements Serializable {}
