package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.header.ims.PAssertedIdentityHeader;
import gov.nist.javax.sip.message.SIPRequest;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Optional;
import javax.sip.address.Address;
import javax.sip.address.URI;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.CallerId.Presentation;
import ro.clickphone.engine.call.Text;

/** The caller as shown: read from requests, written into ours (RFC 3323, RFC 3325). It never authorises anything. */
final class Identities {
    private static final int LONGEST_NAME = 100;

    private Identities() {}

    /** @param trusted a carrier, whose P-Asserted-Identity counts more than From */
    static CallerId callerOf(SIPRequest request, boolean trusted) {
        Address from = request.getFrom().getAddress();
        Optional<Address> asserted = trusted ? asserted(request) : Optional.empty();
        Address shown = asserted.orElse(from);
        String number = numberOf(shown);
        boolean hidden =
                wantsPrivacy(request) || "anonymous".equals(numberOf(from).toLowerCase(Locale.ROOT));
        String known = "anonymous".equals(number.toLowerCase(Locale.ROOT)) ? "" : number;
        String name = shown.getDisplayName() == null
                ? ""
                : Text.line(shown.getDisplayName().replace("\"", ""));
        return new CallerId(
                known,
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                hidden ? Presentation.RESTRICTED : Presentation.ALLOWED);
    }

    private static Optional<Address> asserted(SIPRequest request) {
        ListIterator<SIPHeader> headers = request.getHeaders("P-Asserted-Identity");
        while (headers.hasNext()) {
            if (headers.next() instanceof PAssertedIdentityHeader identity && identity.getAddress() != null) {
                return Optional.of(identity.getAddress());
            }
        }
        return Optional.empty();
    }

    private static boolean wantsPrivacy(SIPRequest request) {
        ListIterator<SIPHeader> headers = request.getHeaders("Privacy");
        boolean wants = false;
        while (headers.hasNext()) {
            String words = headers.next().getHeaderValue().toLowerCase(Locale.ROOT);
            if (words.contains("none")) {
                return false;
            }
            wants |= words.matches("(?s).*\\b(id|user|full|critical)\\b.*");
        }
        return wants;
    }

    static String numberOf(Address address) {
        URI uri = address.getURI();
        return Users.isNamedBy(uri) ? Users.of(uri) : "";
    }

    /** The value of From, without a tag. */
    static String from(CallerId caller, String number, String host) {
        if (caller.presentation() == Presentation.RESTRICTED || number.isEmpty()) {
            return "\"Anonymous\" <sip:anonymous@anonymous.invalid>";
        }
        String name = quoted(caller.displayName());
        return name + "<sip:" + escaped(number) + '@' + host + '>';
    }

    /** For those who are trusted to keep a hidden number to themselves. */
    static Headers asserted(CallerId caller, String number, String host) {
        Headers headers = new Headers();
        if (!number.isEmpty()) {
            headers.with("P-Asserted-Identity", "<sip:" + escaped(number) + '@' + host + '>');
        }
        if (caller.presentation() == Presentation.RESTRICTED) {
            headers.with("Privacy", "id");
        }
        return headers;
    }

    /** The older way, before RFC 3325; some carriers still read nothing else. */
    static Headers remoteParty(CallerId caller, String number, String host) {
        if (number.isEmpty()) {
            return Headers.NONE;
        }
        String privacy = caller.presentation() == Presentation.RESTRICTED ? "full" : "off";
        return Headers.of(
                "Remote-Party-ID", "<sip:" + escaped(number) + '@' + host + ">;party=calling;privacy=" + privacy);
    }

    private static String quoted(String name) {
        return name.isBlank() ? "" : '"' + name.replace("\\", "").replace("\"", "") + "\" ";
    }

    /** What may stand in the user part of a SIP URI (RFC 3261 25.1). */
    static String escaped(String user) {
        StringBuilder written = new StringBuilder(user.length());
        for (byte b : user.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || "-_.!~*'()&=+$,;?/".indexOf(c) >= 0)) {
                written.append(c);
            } else {
                written.append('%').append(String.format("%02X", b & 0xff));
            }
        }
        return written.toString();
    }
}
