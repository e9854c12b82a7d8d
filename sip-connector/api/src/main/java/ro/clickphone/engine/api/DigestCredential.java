package ro.clickphone.engine.api;

import java.util.Objects;

/**
 * What proves an identity: the two HA1 values of RFC 7616, hash of {@code user:realm:password}, in lower-case hex. The
 * password itself is known to nobody but its owner.
 *
 * @param ha1Md5 32 hex digits
 * @param ha1Sha256 64 hex digits
 * @param srtp what the customer demands of this phone's audio
 */
public record DigestCredential(SipIdentity who, String realm, String ha1Md5, String ha1Sha256, Srtp srtp) {
    public DigestCredential {
        Objects.requireNonNull(who, "who");
        Checks.notBlank("realm", realm);
        hex("ha1Md5", ha1Md5, 32);
        hex("ha1Sha256", ha1Sha256, 64);
        Objects.requireNonNull(srtp, "srtp");
    }

    /** Whether audio to and from a phone is encrypted (RFC 3711, keys by RFC 4568). */
    public enum Srtp {
        /** Never offered; a phone that offers nothing else is refused. */
        OFF,
        /** Taken when the phone offers it. */
        OPTIONAL,
        /** A call in clear is refused. */
        REQUIRED
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
