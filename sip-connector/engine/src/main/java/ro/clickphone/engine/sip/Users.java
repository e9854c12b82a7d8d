package ro.clickphone.engine.sip;

import gov.nist.javax.sip.address.SipUri;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.sip.address.URI;
import ro.clickphone.engine.call.Text;

/** Whom a URI means: the user part, or the digits of a tel URI, which may stand in the user part too (RFC 3261 19.1.6). */
final class Users {
    /** How people write numbers, and nobody dials them (RFC 3966 5.1.1). */
    private static final Pattern SEPARATORS = Pattern.compile("[-.()]");

    private static final Pattern NUMBER = Pattern.compile("[+0-9*#][-.()0-9*#]*");

    /** Longer ones are nobody's. */
    static final int LONGEST = 64;

    private Users() {}

    /** Other kinds name no telephone. */
    static boolean isNamedBy(URI uri) {
        return uri instanceof SipUri || uri != null && "tel".equalsIgnoreCase(uri.getScheme());
    }

    /** Empty when it names nobody. */
    static String of(URI uri) {
        if (uri instanceof SipUri sip) {
            return sip.getUser() == null ? "" : Text.line(ofUserPart(sip));
        }
        return Text.line(digits(uri.toString().replaceFirst("(?i)^tel:", "")));
    }

    private static String ofUserPart(SipUri sip) {
        String user = unescaped(sip.getUser());
        int end = user.indexOf(';');
        boolean number = NUMBER.matcher(end < 0 ? user : user.substring(0, end)).matches();
        return number && (end >= 0 || "phone".equalsIgnoreCase(sip.getParameter("user"))) ? digits(user) : user;
    }

    private static String digits(String subscriber) {
        int end = subscriber.indexOf(';');
        return SEPARATORS
                .matcher(end < 0 ? subscriber : subscriber.substring(0, end))
                .replaceAll("");
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
