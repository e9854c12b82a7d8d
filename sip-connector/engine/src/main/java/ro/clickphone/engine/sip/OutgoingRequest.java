package ro.clickphone.engine.sip;

/**
 * A request of ours as text, with what is needed to build its ACK and its CANCEL (RFC 3261 9.1, 17.1.1.3).
 *
 * @param uri the Request-URI
 * @param via the value of the Via header, with its branch
 * @param routes whole lines, or nothing
 * @param from whole value with the tag
 * @param to whole value, with the tag inside a dialog
 */
record OutgoingRequest(
        String method,
        String uri,
        String via,
        String branch,
        String routes,
        String from,
        String to,
        String callId,
        long cseq,
        Headers more,
        Body body) {

    byte[] encode() {
        StringBuilder text = head(method, to);
        text.append("User-Agent: ").append(Responses.SERVER).append("\r\n");
        more.appendTo(text);
        return body.finish(text);
    }

    /** @param toLine the response's whole To line */
    byte[] ackOfFailure(String toLine) {
        String value = toLine.substring(toLine.indexOf(':') + 1).trim();
        return Body.NONE.finish(head("ACK", value));
    }

    OutgoingRequest cancel(Headers why) {
        return new OutgoingRequest("CANCEL", uri, via, branch, routes, from, to, callId, cseq, why, Body.NONE);
    }

    private StringBuilder head(String as, String toValue) {
        StringBuilder text = new StringBuilder(1024);
        text.append(as).append(' ').append(uri).append(" SIP/2.0\r\n");
        text.append("Via: ").append(via).append("\r\n");
        text.append(routes);
        text.append("Max-Forwards: 70\r\n");
        text.append("From: ").append(from).append("\r\n");
        text.append("To: ").append(toValue).append("\r\n");
        text.append("Call-ID: ").append(callId).append("\r\n");
        text.append("CSeq: ").append(cseq).append(' ').append(as).append("\r\n");
        return text;
    }
}
