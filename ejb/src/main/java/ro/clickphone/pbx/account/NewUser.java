package ro.clickphone.pbx.account;

import java.util.List;
import java.util.Locale;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * The order to let somebody sign in.
 *
 * @param email sign-in name, one for the whole exchange; kept in lower case
 * @param password see {@link Passwords}
 */
public record NewUser(String email, String name, Role role, String password) {
    public static final int LONGEST_EMAIL = 254;
    public static final int LONGEST_NAME = 80;

    /** @throws Refusal {@code user.email}, {@code user.name}, {@code user.password} or {@code user.password.weak} */
    public NewUser {
        email = email.strip().toLowerCase(Locale.ROOT);
        name = name.strip();
        check(email, name);
        Passwords.check(password, List.of(email, name));
    }

    /** What is known of somebody before a password is chosen. @throws Refusal {@code user.email}, {@code user.name} */
    public static void check(String email, String name) {
        if (email.length() > LONGEST_EMAIL || !email.matches("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]+")) {
            throw new Refusal("user.email", "email");
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal("user.name", "name", LONGEST_NAME);
        }
    }

    /** Without the password: an order may stand in a log line by accident. */
    @Override
    public String toString() {
        return "NewUser[" + email + ", " + role + "]";
    }
}
