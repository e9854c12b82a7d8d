package ro.clickphone.pbx.extension;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** The user part of an extension's address, {@code 53630-100} (manual, item 62). */
public record SipUser(AccountId account, ExtensionNumber extension) {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,17})-([1-9][0-9]{2,3})");

    /** Empty when no extension of ours can be called so. */
    public static Optional<SipUser> parse(String user) {
        Matcher parts = FORM.matcher(user);
        return parts.matches()
                ? Optional.of(new SipUser(
                        new AccountId(Long.parseLong(parts.group(1))),
                        new ExtensionNumber(Integer.parseInt(parts.group(2)))))
                : Optional.empty();
    }

    public SipIdentity at(String domain) {
        return new SipIdentity(toString(), domain);
    }

    @Override
    public String toString() {
        return account + "-" + extension;
    }
}
