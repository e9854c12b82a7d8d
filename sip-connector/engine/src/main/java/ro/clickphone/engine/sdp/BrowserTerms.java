package ro.clickphone.engine.sdp;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * What a browser is told of us.
 *
 * @param fingerprint of our certificate, SHA-256 in hex with colons
 * @param secrets new ones each time: for the first checks, and whenever the browser begins its checks anew
 * @param address where we are, in digits
 */
public record BrowserTerms(String fingerprint, Supplier<IceSecrets> secrets, String address, int port) {
    public BrowserTerms {
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(secrets, "secrets");
        Objects.requireNonNull(address, "address");
    }
}
