package ro.clickphone.engine.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How one offer is said to a phone, one wording after the other, until it takes one. Phones that must encrypt do not look
 * for keys beside {@code RTP/AVP}; and those that know nothing but a handshake on the way of the audio want no others.
 */
final class Wordings {
    private static final Pattern CLEAR = Pattern.compile("(?m)^(m=audio [0-9]+ )RTP/AVP ");
    private static final Pattern ENCRYPTED = Pattern.compile("(?m)^(m=audio [0-9]+ )RTP/SAVP ");
    private static final Pattern KEYS = Pattern.compile("(?m)^a=crypto:.*\r\n");
    private static final Pattern HANDSHAKE = Pattern.compile("(?m)^a=(?:fingerprint|setup):.*\r\n");

    private Wordings() {}

    /** @param offer with all that the phone may choose from */
    static List<String> of(String offer) {
        String encrypted = CLEAR.matcher(offer).replaceAll("$1RTP/SAVP ");
        boolean hasKeys = KEYS.matcher(offer).find();
        List<String> all = new ArrayList<>();
        if (!encrypted.equals(offer)) {
            // who takes it in clear is not asked for a handshake, and its INVITE stays short
            all.add(HANDSHAKE.matcher(offer).replaceAll(""));
        }
        if (hasKeys || all.isEmpty()) {
            all.add(encrypted);
        }
        String byHandshake = ENCRYPTED.matcher(encrypted).replaceAll("$1UDP/TLS/RTP/SAVP ");
        if (!byHandshake.equals(encrypted) && HANDSHAKE.matcher(offer).find()) {
            all.add(KEYS.matcher(byHandshake).replaceAll(""));
        }
        return List.copyOf(all);
    }
}
