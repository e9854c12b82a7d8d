package ro.clickphone.engine.sdp;

import java.util.Locale;
import java.util.Optional;

/** {@code a=fingerprint}: which certificate a handshake on the way of the audio must show (RFC 8122 5). */
final class Fingerprint {
    private static final String SHA_256 = "sha-256 ";
    private static final String HEX_PAIRS = "(?:[0-9A-F]{2}:){31}[0-9A-F]{2}";

    private Fingerprint() {}

    /** The far end's, in upper-case hex with colons; empty when it has none that we can check. */
    static Optional<String> of(MediaDescription audio) {
        return audio.attributes("fingerprint").stream()
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(SHA_256))
                .map(value -> value.substring(SHA_256.length()).strip().toUpperCase(Locale.ROOT))
                .filter(value -> value.matches(HEX_PAIRS))
                .findFirst();
    }

    static String line(String fingerprint) {
        return "a=fingerprint:" + SHA_256 + fingerprint;
    }

    /** Whether its owner begins the handshake: we are the server in it (RFC 5763 5). */
    static boolean beginsHandshake(MediaDescription audio) {
        String setup = audio.attribute("setup").orElse("active");
        return of(audio).isPresent() && (setup.equals("active") || setup.equals("actpass"));
    }
}
