package ro.clickphone.engine.sip;

import gov.nist.javax.sip.address.AddressImpl;
import gov.nist.javax.sip.address.SipUri;
import gov.nist.javax.sip.header.Contact;
import gov.nist.javax.sip.message.SIPRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.address.Address;
import javax.sip.address.URI;

/** Requests that are not to be served: what is wrong with them, and an answer made from their raw text (RFC 4475). */
final class BadMessage {
    private static final Pattern START = Pattern.compile("([^ ]+) ([^ <>]+) (SIP/[0-9]+\\.[0-9]+)");

    /** Host and port of a SIP URI; an IPv6 address only in brackets (RFC 5118 4.2). */
    private static final Pattern HOST_PORT =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(:[0-9]{1,5})?([;?].*)?");

    /** A name without quotation marks is words; a comma or a colon in it is a mistake that hides another address. */
    private static final Pattern NAME = Pattern.compile("(\"([^\"\\\\]|\\\\.)*\"|[^\",:;@=?/()\\[\\]{}\\\\]*)\\s*");

    private static final List<String> ONCE =
            List.of("from", "to", "call-id", "cseq", "max-forwards", "content-length", "expires");

    private BadMessage() {}

    /** @return the status to refuse it with, 0 when it can be served */
    static int faultOf(SIPRequest request, byte[] bytes) {
        RawHead head = RawHead.of(bytes);
        Matcher start = START.matcher(head.start());
        if (!start.matches()) {
            return 400;
        }
        if (!start.group(3).equalsIgnoreCase("SIP/2.0")) {
            return 505;
        }
        boolean whole = isWhole(request) && isWrittenWell(head, start.group(2)) && isUnambiguous(request);
        return whole ? 0 : 400;
    }

    private static boolean isWhole(SIPRequest request) {
        return request.getRequestLine() != null
                && request.getRequestURI() != null
                && request.getFrom() != null
                && request.getTo() != null
                && request.getCallId() != null
                && request.getCSeq() != null
                && request.getTopmostVia() != null
                && request.getMethod().equals(request.getCSeq().getMethod());
    }

    private static boolean isWrittenWell(RawHead head, String uri) {
        return head.lines().size() < RawHead.MOST_LINES && noneTwice(head) && hasHost(uri) && namesAddresses(head);
    }

    private static boolean namesAddresses(RawHead head) {
        for (RawHead.Line line : head.lines()) {
            boolean address = line.name().equals("from") || line.name().equals("to");
            if (address && !isAddress(line)) {
                return false;
            }
        }
        return true;
    }

    private static boolean noneTwice(RawHead head) {
        int seen = 0;
        for (RawHead.Line line : head.lines()) {
            int place = ONCE.indexOf(line.name());
            if (place >= 0) {
                if ((seen >> place & 1) == 1) {
                    return false;
                }
                seen |= 1 << place;
            }
        }
        return true;
    }

    private static boolean hasHost(String uri) {
        if (!uri.regionMatches(true, 0, "sip:", 0, 4) && !uri.regionMatches(true, 0, "sips:", 0, 5)) {
            return true;
        }
        int host = Math.max(uri.indexOf(':'), uri.lastIndexOf('@')) + 1;
        return HOST_PORT.matcher(uri.substring(host)).matches();
    }

    private static boolean isAddress(RawHead.Line line) {
        String value = line.value();
        int open = openBracket(value);
        if (open < 0) {
            return true;
        }
        int close = value.indexOf('>', open);
        return close > open + 1
                && value.substring(open + 1, close).indexOf(' ') < 0
                && NAME.matcher(value.substring(0, open)).matches();
    }

    /** The first one that is not inside quotation marks. */
    private static int openBracket(String value) {
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '<' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    /** Headers hide in a URI: never in the Request-URI, elsewhere only in brackets (RFC 3261 19.1.1, 20). */
    private static boolean isUnambiguous(SIPRequest request) {
        return !hasHeaders(request.getRequestURI())
                && isUnambiguous(request.getFrom().getAddress())
                && isUnambiguous(request.getTo().getAddress())
                && (request.getContactHeaders() == null
                        || request.getContactHeaders().stream().allMatch(BadMessage::isUnambiguous));
    }

    private static boolean isUnambiguous(Contact contact) {
        return contact.isWildCard() || isUnambiguous(contact.getAddress());
    }

    private static boolean isUnambiguous(Address address) {
        boolean bare = address instanceof AddressImpl written && written.getAddressType() == AddressImpl.ADDRESS_SPEC;
        return !bare || !hasHeaders(address.getURI());
    }

    private static boolean hasHeaders(URI uri) {
        return uri instanceof SipUri sip && sip.getHeaderNames().hasNext();
    }

    /** Answers from the raw lines; silence for what is no request, for ACK, or when there is no Via to go back by. */
    static void refuse(byte[] bytes, Flow flow, int status) {
        RawHead head = RawHead.of(bytes);
        if (head.start().startsWith("SIP/")
                || head.start().startsWith("ACK ")
                || !head.start().contains(" ")) {
            return;
        }
        List<String> kept = new ArrayList<>();
        for (RawHead.Line line : head.lines()) {
            switch (line.name()) {
                case "via", "from", "to", "call-id", "cseq" -> kept.add(line.text());
                default -> {
                    // not part of an answer
                }
            }
        }
        if (!head.named("via").isEmpty()) {
            String answer = "SIP/2.0 " + status + " " + Phrases.of(status) + "\r\n" + String.join("\r\n", kept)
                    + "\r\nContent-Length: 0\r\n\r\n";
            flow.send(answer.getBytes(StandardCharsets.UTF_8), () -> {});
        }
    }
}
