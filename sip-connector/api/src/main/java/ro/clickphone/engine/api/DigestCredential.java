package ro.clickphone.engine.api;

import java.util.Objects;

/**
 * What proves an identity: the two HA1 values of RFC 7616, hash of {@code user:realm:password}, in lower-case hex. The
 * password itself is known to nobody but its owner.
 *
 * @param ha1Md5 32 hex digits
 * @param ha1Sha256 64 hex digits
 */
public record DigestCredential(SipIdentity who, String realm, String ha1Md5, String ha1Sha256) {
    public DigestCredential {
        Objects.requireNonNull(who, "who");
        Checks.notBlank("realm", realm);
        hex("ha1Md5", ha1Md5, 32);
        hex("ha1Sha256", ha1Sha256, 64);
    }

    private static void hex(String name, String value, int digits) {
        Objects.requireNonNull(value, name);
        if (!value.matches("[0-9a-f]{" + digits + "}")) {
            throw new IllegalArgumentException(name + " is not " + digits + " lower-case hex digits");
        }
    }

    /** Without the hashes: a credential may stand in a log line by accident. */
    @Override
    public String toString() {
        return "DigestCredential[" + who + ", realm=" + realm + "]";
    }
}
