package ro.clickphone.engine.sip;

import java.nio.charset.StandardCharsets;

/** A message's body, written by us. */
record Body(String type, String text) {
    static final Body NONE = new Body("", "");

    static Body sdp(String text) {
        return new Body("application/sdp", text);
    }

    /** Ends a message whose other headers are written. */
    byte[] finish(StringBuilder headers) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        if (content.length > 0) {
            headers.append("Content-Type: ").append(type).append("\r\n");
        }
        headers.append("Content-Length: ").append(content.length).append("\r\n\r\n");
        byte[] head = headers.toString().getBytes(StandardCharsets.UTF_8);
        byte[] message = new byte[head.length + content.length];
        System.arraycopy(head, 0, message, 0, head.length);
        System.arraycopy(content, 0, message, head.length, content.length);
        return message;
    }
}
