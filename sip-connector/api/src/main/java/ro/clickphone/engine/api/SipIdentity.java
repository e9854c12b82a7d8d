package ro.clickphone.engine.api;

import java.io.Serializable;
import java.util.Locale;

/**
 * An address of record (AOR), {@code sip:user@domain}: what a device registers and authenticates as. In this product
 * the user part is {@code <account>-<extension>}, as in {@code 53630-100} (manual, item 62).
 */
public record SipIdentity(String user, String domain) implements Serializable {
    public SipIdentity {
        Checks.notBlank("user", user);
        domain = Checks.notBlank("domain", domain).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return user + "@" + domain;
    }
}
