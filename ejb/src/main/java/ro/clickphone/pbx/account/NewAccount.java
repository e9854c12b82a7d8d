package ro.clickphone.pbx.account;

import java.time.ZoneId;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * The order to create a customer.
 *
 * @param name 1 to 120 characters, trimmed
 * @param extensionLimit from 1 to 1000
 */
public record NewAccount(String name, ZoneId timeZone, int extensionLimit) {
    public static final int LONGEST_NAME = 120;
    public static final int MOST_EXTENSIONS = 1000;

    /** @throws Refusal {@code account.name} or {@code account.extensionLimit} */
    public NewAccount {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal("account.name", "name", LONGEST_NAME);
        }
        if (extensionLimit < 1 || extensionLimit > MOST_EXTENSIONS) {
            throw new Refusal("account.extensionLimit", "extensionLimit", 1, MOST_EXTENSIONS);
        }
    }
}
