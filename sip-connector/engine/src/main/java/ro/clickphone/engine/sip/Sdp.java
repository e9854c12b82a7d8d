package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.ContentType;
import gov.nist.javax.sip.message.SIPMessage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The session description of a message; inside a multipart body too (RFC 5621). Here it is text, media reads it. */
final class Sdp {
    private Sdp() {}

    static Optional<String> of(SIPMessage message) {
        byte[] content = message.getRawContent();
        ContentType type = message.getContentTypeHeader();
        if (content == null || content.length == 0 || type == null) {
            return Optional.empty();
        }
        String kind = (type.getContentType() + '/' + type.getContentSubType()).toLowerCase(Locale.ROOT);
        String text = new String(content, StandardCharsets.UTF_8);
        if (kind.equals("application/sdp")) {
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
            if (end > 0 && part.substring(0, end).toLowerCase(Locale.ROOT).contains("application/sdp")) {
                return Optional.of(part.substring(end + 4));
            }
        }
        return Optional.empty();
    }
}
