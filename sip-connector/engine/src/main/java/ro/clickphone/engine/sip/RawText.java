package ro.clickphone.engine.sip;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What must be known of a message before it is parsed. */
final class RawText {
    private RawText() {}

    /** Of the Call-ID's value, in its long or short form; of all bytes when there is none. */
    static int callIdHash(byte[] message) {
        int at = 0;
        while (at < message.length) {
            int value = callIdValueAt(message, at);
            if (value >= 0) {
                return hashOfLine(message, value);
            }
            at = nextLine(message, at);
            if (at < message.length && (message[at] == '\r' || message[at] == '\n')) {
                break;
            }
        }
        return hashOfLine(message, 0);
    }

    /** The Call-ID's value; empty when there is none among the headers. */
    static Optional<String> callId(byte[] message) {
        int at = 0;
        while (at < message.length) {
            int value = callIdValueAt(message, at);
            int next = nextLine(message, at);
            if (value >= 0) {
                int end = Math.min(next, message.length);
                return Optional.of(new String(message, value, Math.max(0, end - value), StandardCharsets.UTF_8).trim());
            }
            at = next;
            if (at < message.length && (message[at] == '\r' || message[at] == '\n')) {
                break;
            }
        }
        return Optional.empty();
    }

    private static int callIdValueAt(byte[] message, int at) {
        int colon;
        if (matches(message, at, "call-id")) {
            colon = at + 7;
        } else if (matches(message, at, "i")) {
            colon = at + 1;
        } else {
            return -1;
        }
        while (colon < message.length && (message[colon] == ' ' || message[colon] == '\t')) {
            colon++;
        }
        return colon < message.length && message[colon] == ':' ? colon + 1 : -1;
    }

    private static boolean matches(byte[] message, int at, String lowerCase) {
        if (at + lowerCase.length() >= message.length) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            int letter = message[at + i];
            int lower = letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
            if (lower != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int hashOfLine(byte[] message, int from) {
        int hash = 17;
        for (int i = from; i < message.length && message[i] != '\r' && message[i] != '\n'; i++) {
            if (message[i] != ' ') {
                hash = 31 * hash + message[i];
            }
        }
        return hash ^ (hash >>> 16);
    }

    private static int nextLine(byte[] message, int from) {
        int i = from;
        while (i < message.length && message[i] != '\n') {
            i++;
        }
        return i + 1;
    }
}
