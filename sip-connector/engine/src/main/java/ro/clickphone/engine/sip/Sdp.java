package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.ContentType;
import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPMessage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The session description of a message; inside a multipart body too (RFC 5621). Here it is text, media reads it. */
final class Sdp {
    private static final String TYPE = "application/sdp";

    private Sdp() {}

    /** The refusal of a body that must be understood and is no session description, or is packed (RFC 3261 8.2.3). */
    static Optional<Headers> refusal(SIPMessage message) {
        byte[] content = message.getRawContent();
        if (content == null || content.length == 0 || mayBePassedOver(message)) {
            return Optional.empty();
        }
        String packed = valueOf(message, "Content-Encoding");
        if (!packed.isEmpty() && !packed.equals("identity")) {
            return Optional.of(Headers.of("Accept-Encoding", "identity"));
        }
        return of(message).isPresent() ? Optional.empty() : Optional.of(Headers.of("Accept", TYPE));
    }

    private static boolean mayBePassedOver(SIPMessage message) {
        return of(message).isEmpty()
                && valueOf(message, "Content-Disposition").replace(" ", "").contains(";handling=optional");
    }

    private static String valueOf(SIPMessage message, String name) {
        return message.getHeader(name) instanceof SIPHeader header
                ? header.getHeaderValue().trim().toLowerCase(Locale.ROOT)
                : "";
    }

    static Optional<String> of(SIPMessage message) {
        byte[] content = message.getRawContent();
        ContentType type = message.getContentTypeHeader();
        if (content == null || content.length == 0 || type == null) {
            return Optional.empty();
        }
        String kind = (type.getContentType() + '/' + type.getContentSubType()).toLowerCase(Locale.ROOT);
        String text = new String(content, StandardCharsets.UTF_8);
        if (kind.equals(TYPE)) {
            return Optional.of(text);
        }
        return kind.startsWith("multipart/") ? part(text, type.getParameter("boundary")) : Optional.empty();
    }

    private static Optional<String> part(String text, String boundary) {
        if (boundary == null || boundary.isBlank()) {
            return Optional.empty();
        }
        String mark = "--" + boundary.replace("\"", "");
        for (String part : text.split(java.util.regex.Pattern.quote(mark), 20)) {
            int end = part.indexOf("\r\n\r\n");
            if (end > 0 && part.substring(0, end).toLowerCase(Locale.ROOT).contains(TYPE)) {
                return Optional.of(part.substring(end + 4));
            }
        }
        return Optional.empty();
    }
}
