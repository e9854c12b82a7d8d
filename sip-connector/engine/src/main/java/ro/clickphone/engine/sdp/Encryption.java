package ro.clickphone.engine.sdp;

import java.util.Base64;
import java.util.Objects;

/** How the audio of a leg is encrypted. */
public sealed interface Encryption {
    /**
     * By keys that were in the offer and the answer; each end has one of {@link CryptoSuite#KEY_AND_SALT_BYTES}.
     *
     * @param ours what we encrypt with, base64
     * @param theirs what the far end encrypts with, base64
     */
    record Keys(CryptoSuite suite, String ours, String theirs) implements Encryption {
        public Keys {
            Objects.requireNonNull(suite, "suite");
            Objects.requireNonNull(ours, "ours");
            Objects.requireNonNull(theirs, "theirs");
        }

        /** Without the keys: it may come into a log by accident. */
        @Override
        public String toString() {
            return "Keys[" + suite + "]";
        }
    }

    /** By a handshake on the way of the audio (DTLS-SRTP, RFC 5764), which must come from the owner of a certificate. */
    sealed interface Handshake extends Encryption {
        /** SHA-256 of the certificate in upper-case hex with colons. */
        String fingerprint();
    }

    /** @param ours what the checks of the way bring that go before it */
    record BrowserHandshake(String fingerprint, IceSecrets ours) implements Handshake {
        public BrowserHandshake {
            Objects.requireNonNull(fingerprint, "fingerprint");
            Objects.requireNonNull(ours, "ours");
        }
    }

    /** Where its audio comes from, a telephone says in its description. */
    record PhoneHandshake(String fingerprint) implements Handshake {
        public PhoneHandshake {
            Objects.requireNonNull(fingerprint, "fingerprint");
        }
    }

    static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
