package ro.clickphone.engine.sip;

import gov.nist.javax.sip.message.SIPRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Requests that are not to be served: what is wrong with them, and an answer made from their raw text (RFC 4475). */
final class BadMessage {
    private static final int MOST_LINES = 400;

    private BadMessage() {}

    /** @return the status to refuse it with, 0 when it can be served */
    static int faultOf(SIPRequest request, byte[] bytes) {
        if (request.getRequestLine() == null
                || request.getFrom() == null
                || request.getTo() == null
                || request.getCallId() == null
                || request.getCSeq() == null
                || request.getTopmostVia() == null) {
            return 400;
        }
        if (!"SIP/2.0".equalsIgnoreCase(request.getRequestLine().getSipVersion())) {
            return 505;
        }
        if (request.getRequestURI() == null
                || !request.getMethod().equals(request.getCSeq().getMethod())
                || request.getFromTag() == null && request.getTopmostVia().getBranch() == null) {
            return 400;
        }
        return 0;
    }

    /** Answers from the raw lines; silence for what is no request, for ACK, or when there is no Via to go back by. */
    static void refuse(byte[] bytes, Flow flow, int status) {
        String[] lines = new String(bytes, 0, Math.min(bytes.length, 16_384), StandardCharsets.UTF_8).split("\r?\n");
        if (lines.length == 0
                || lines[0].startsWith("SIP/")
                || lines[0].startsWith("ACK ")
                || !lines[0].contains(" ")) {
            return;
        }
        List<String> kept = new ArrayList<>();
        boolean hasVia = false;
        for (int i = 1; i < Math.min(lines.length, MOST_LINES) && !lines[i].isEmpty(); i++) {
            String name = nameOf(lines[i]);
            switch (name) {
                case "via", "v" -> {
                    hasVia = true;
                    kept.add(lines[i]);
                }
                case "from", "f", "to", "t", "call-id", "i", "cseq" -> kept.add(lines[i]);
                default -> {
                    // not part of an answer
                }
            }
        }
        if (hasVia) {
            String answer = "SIP/2.0 " + status + " " + Phrases.of(status) + "\r\n" + String.join("\r\n", kept)
                    + "\r\nContent-Length: 0\r\n\r\n";
            flow.send(answer.getBytes(StandardCharsets.UTF_8), () -> {});
        }
    }

    private static String nameOf(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? "" : line.substring(0, colon).trim().toLowerCase(Locale.ROOT);
    }
}
