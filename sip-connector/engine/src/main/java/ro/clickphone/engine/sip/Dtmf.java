package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.ContentType;
import gov.nist.javax.sip.message.SIPRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key in an INFO request: {@code application/dtmf-relay} ("Signal=5") or {@code application/dtmf} ("5"). */
final class Dtmf {
    private static final Pattern SIGNAL = Pattern.compile("(?im)^\\s*signal\\s*=\\s*([0-9a-d*#]|1[01])\\s*$");
    private static final Pattern BARE = Pattern.compile("\\s*([0-9a-dA-D*#])\\s*");

    private static final Headers KINDS = Headers.of("Accept", "application/dtmf-relay, application/dtmf");

    private Dtmf() {}

    /** The refusal of a body of another kind (RFC 6086 4.2.2). */
    static Optional<Headers> refusal(SIPRequest request) {
        byte[] content = request.getRawContent();
        ContentType type = request.getContentTypeHeader();
        if (content == null || content.length == 0 || type == null) {
            return Optional.empty();
        }
        String kind = String.valueOf(type.getContentSubType()).toLowerCase(Locale.ROOT);
        return kind.equals("dtmf-relay") || kind.equals("dtmf") ? Optional.empty() : Optional.of(KINDS);
    }

    static Optional<Character> of(SIPRequest request) {
        ContentType type = request.getContentTypeHeader();
        byte[] content = request.getRawContent();
        if (type == null || content == null || content.length > 200) {
            return Optional.empty();
        }
        String text = new String(content, StandardCharsets.US_ASCII);
        Matcher matcher =
                switch (String.valueOf(type.getContentSubType()).toLowerCase(Locale.ROOT)) {
                    case "dtmf-relay" -> SIGNAL.matcher(text);
                    case "dtmf" -> BARE.matcher(text);
                    default -> null;
                };
        return matcher != null && matcher.find() ? Optional.of(key(matcher.group(1))) : Optional.empty();
    }

    private static char key(String word) {
        return switch (word) {
            case "10" -> '*';
            case "11" -> '#';
            default -> Character.toUpperCase(word.charAt(0));
        };
    }
}
