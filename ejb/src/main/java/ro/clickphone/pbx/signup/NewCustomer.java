package ro.clickphone.pbx.signup;

import java.time.ZoneId;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.account.NewUser;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * Who wants to become a customer.
 *
 * @param company the account's name
 * @param name of the person
 * @param language {@code ro} or {@code en}
 */
public record NewCustomer(String company, String name, String email, String language) {
    /** Without a package there is one telephone, the base phone (manual, item 12). */
    private static final int EXTENSIONS = 1;

    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

    /** @throws Refusal {@code account.name}, {@code user.name}, {@code user.email}, beside the fields of the page */
    public NewCustomer {
        company = company.strip();
        name = name.strip();
        email = email.strip().toLowerCase(java.util.Locale.ROOT);
        language = "en".equals(language) ? "en" : "ro";
        if (company.isEmpty()
                || company.length() > NewAccount.LONGEST_NAME
                || company.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal("account.name", "company", NewAccount.LONGEST_NAME);
        }
        NewUser.check(email, name);
    }

    NewAccount account() {
        return new NewAccount(company, ZONE, EXTENSIONS);
    }

    NewUser owner(String password) {
        return new NewUser(email, name, Role.OWNER, password);
    }
}
