package ro.clickphone.pbx.account;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * Which passwords are taken: long ones that stand in no list of common or breached ones, and are not made of the user's own
 * name (OWASP ASVS 5.0, 6.2.1 to 6.2.11). No rule about kinds of characters.
 */
final class Passwords {
    static final int SHORTEST = 12;
    static final int LONGEST = 128;
    /** zxcvbn's "safely unguessable: moderate protection from offline slow-hash scenario". */
    private static final int LEAST_SCORE = 3;

    private static final Zxcvbn ESTIMATOR = new Zxcvbn();

    private Passwords() {}

    /** @param own what an attacker knows of the user: address, name. @throws Refusal {@code user.password}, {@code user.password.weak} */
    static void check(String password, List<String> own) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new Refusal("user.password", "password", SHORTEST, LONGEST);
        }
        List<String> words = own.stream()
                .flatMap(text -> Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
                .filter(word -> word.length() > 2)
                .toList();
        Strength strength = ESTIMATOR.measure(password, words);
        if (strength.getScore() < LEAST_SCORE) {
            throw new Refusal("user.password.weak", "password");
        }
    }
}
