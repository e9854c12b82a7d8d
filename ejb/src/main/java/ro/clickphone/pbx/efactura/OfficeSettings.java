package ro.clickphone.pbx.efactura;

import java.net.URI;
import java.util.Optional;

/**
 * How the tax office is reached.
 *
 * @param service {@code https://api.anaf.ro/prod/FCTEL/rest}
 * @param tokens where a token is renewed
 * @param token the access token that was given; empty when only the other three are
 * @param client what renews a token; empty when it cannot be renewed
 */
record OfficeSettings(URI service, URI tokens, String token, Optional<Client> client) {
    static final String TOKENS = "https://logincert.anaf.ro/anaf-oauth2/v1/token";

    /** An application as it was registered with the tax office, and its refresh token. */
    record Client(String id, String secret, String refreshToken) {}

    OfficeSettings {
        secure(service);
        secure(tokens);
        if (token.isEmpty() && client.isEmpty()) {
            throw new IllegalArgumentException(
                    "PBX_ANAF_URL needs PBX_ANAF_TOKEN, or PBX_ANAF_CLIENT_ID, _CLIENT_SECRET and _REFRESH_TOKEN");
        }
    }

    /** A token over an open line is everybody's; only a simulator on this machine may do without TLS. */
    private static void secure(URI address) {
        boolean loopback = "127.0.0.1".equals(address.getHost()) || "localhost".equals(address.getHost());
        if (!"https".equals(address.getScheme()) && !("http".equals(address.getScheme()) && loopback)) {
            throw new IllegalArgumentException("the tax office is reached by https only, not by " + address);
        }
    }
}
