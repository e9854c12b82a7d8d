package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.header.ViaList;
import gov.nist.javax.sip.message.SIPRequest;
import java.net.InetSocketAddress;
import javax.sip.header.RecordRouteHeader;
import javax.sip.header.TimeStampHeader;

/** Writes responses; everything that goes back is taken from the request (RFC 3261 8.2.6). */
final class Responses {
    static final String SERVER = "ClickPhone";
    private static final String RPORT = "rport";

    private Responses() {}

    /** @param toTag ours; used when the request had none */
    static byte[] write(
            SIPRequest request, int status, String toTag, InetSocketAddress source, Headers more, Body body) {
        StringBuilder text = new StringBuilder(768);
        text.append("SIP/2.0 ")
                .append(status)
                .append(' ')
                .append(Phrases.of(status))
                .append("\r\n");
        vias(request, source, text);
        if (status > 100 && status < 300 && request.getHeader(RecordRouteHeader.NAME) != null) {
            text.append(((SIPHeader) request.getRecordRouteHeaders()).encode());
        }
        text.append(((SIPHeader) request.getFrom()).encode());
        String to = ((SIPHeader) request.getTo()).encode();
        if (request.getToTag() == null && status > 100) {
            text.append(to, 0, to.length() - 2).append(";tag=").append(toTag).append("\r\n");
        } else {
            text.append(to);
        }
        text.append(((SIPHeader) request.getCallId()).encode());
        text.append(((SIPHeader) request.getCSeq()).encode());
        if (status == 100 && request.getHeader(TimeStampHeader.NAME) instanceof SIPHeader stamp) {
            text.append(stamp.encode());
        }
        text.append("Server: ").append(SERVER).append("\r\n");
        more.appendTo(text);
        return body.finish(text);
    }

    private static void vias(SIPRequest request, InetSocketAddress source, StringBuilder text) {
        ViaList vias = request.getViaHeaders();
        boolean first = true;
        for (Via via : vias) {
            String line = via.encode();
            if (first) {
                first = false;
                top(line.substring(0, line.length() - 2), via, source, text);
            } else {
                text.append(line);
            }
        }
    }

    /** RFC 3261 18.2.1 and RFC 3581: where it really came from. */
    private static void top(String line, Via via, InetSocketAddress source, StringBuilder text) {
        String address = source.getAddress().getHostAddress();
        boolean wantsPort = via.hasParameter("rport");
        text.append(line);
        if (wantsPort) {
            fillPort(source.getPort(), text.length() - line.length(), text);
        }
        if (via.getReceived() == null && (wantsPort || !address.equals(bare(via.getHost())))) {
            text.append(";received=").append(address);
        }
        text.append("\r\n");
    }

    /** Writes the port where the Via says rport, with a value or without one. @param from where the Via begins */
    private static void fillPort(int port, int from, StringBuilder text) {
        for (int at = text.indexOf(";", from); at >= 0; at = text.indexOf(";", at + 1)) {
            if (isRport(text, at + 1)) {
                int end = at + 1 + RPORT.length();
                while (end < text.length() && text.charAt(end) != ';' && text.charAt(end) != ',') {
                    end++;
                }
                text.replace(at + 1, end, RPORT + '=' + port);
                return;
            }
        }
    }

    private static boolean isRport(StringBuilder text, int at) {
        if (text.length() < at + RPORT.length()) {
            return false;
        }
        for (int i = 0; i < RPORT.length(); i++) {
            if (Character.toLowerCase(text.charAt(at + i)) != RPORT.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
