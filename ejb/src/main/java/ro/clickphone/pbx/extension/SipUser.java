package ro.clickphone.pbx.extension;

import java.util.Optional;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** The user part of an extension's address, {@code 53630-100} (manual, item 62). */
public record SipUser(AccountId account, ExtensionNumber extension) {
    private static final int MOST_DIGITS = 18;

    /** Empty when no extension of ours can be called so. Read by hand: it is asked twenty times in each call. */
    public static Optional<SipUser> parse(String user) {
        int dash = user.indexOf('-');
        if (dash < 1 || dash > MOST_DIGITS || user.charAt(0) == '0' || !isNumber(user, dash)) {
            return Optional.empty();
        }
        return ExtensionNumber.parse(user.substring(dash + 1))
                .map(extension -> new SipUser(new AccountId(Long.parseLong(user, 0, dash, 10)), extension));
    }

    private static boolean isNumber(String text, int end) {
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    public SipIdentity at(String domain) {
        return new SipIdentity(toString(), domain);
    }

    @Override
    public String toString() {
        return account + "-" + extension;
    }
}
