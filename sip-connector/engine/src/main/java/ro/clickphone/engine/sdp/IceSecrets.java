package ro.clickphone.engine.sdp;

import java.util.Objects;

/** What connectivity checks to us must bring (RFC 8445 5.3). */
public record IceSecrets(String name, String password) {
    public IceSecrets {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(password, "password");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "IceSecrets[" + name + "]";
    }
}
