package ro.clickphone.engine.sip;

import gov.nist.javax.sip.address.SipUri;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import javax.sip.address.URI;
import ro.clickphone.engine.call.Text;

/** Whom a URI means: the user part, or the digits of a tel URI. */
final class Users {
    /** Longer ones are nobody's. */
    static final int LONGEST = 64;

    private Users() {}

    /** Empty when it names nobody. */
    static String of(URI uri) {
        if (uri instanceof SipUri sip) {
            return sip.getUser() == null ? "" : Text.line(unescaped(sip.getUser()));
        }
        return Text.line(uri.toString().replaceFirst("(?i)^tel:", "").replaceFirst(";.*$", ""));
    }

    static String unescaped(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
