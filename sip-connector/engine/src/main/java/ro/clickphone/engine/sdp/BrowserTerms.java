package ro.clickphone.engine.sdp;

import java.util.Objects;

/**
 * What a browser is told of us.
 *
 * @param fingerprint of our certificate, SHA-256 in hex with colons
 * @param name and {@code password}: what its connectivity checks must bring (RFC 8445 5.3)
 * @param address where we are, in digits
 */
public record BrowserTerms(String fingerprint, String name, String password, String address, int port) {
    public BrowserTerms {
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(address, "address");
    }

    @Override
    public String toString() {
        return "BrowserTerms[" + address + ":" + port + "]";
    }
}
