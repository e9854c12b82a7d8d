package ro.clickphone.engine.sip;

import java.util.Collection;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.call.LegSight;
import ro.clickphone.engine.sip.Lamps.Waiting;

/** What a NOTIFY says. */
final class EventBodies {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n";

    private EventBodies() {}

    /** RFC 3842 5.2. @param account URI of the mailbox */
    static String messages(String account, Waiting waiting) {
        return "Messages-Waiting: " + (waiting.fresh() > 0 ? "yes" : "no") + "\r\nMessage-Account: " + account
                + "\r\nVoice-Message: " + waiting.fresh() + '/' + waiting.heard() + " (0/0)\r\n";
    }

    /**
     * RFC 4235 4. All that is in progress each time; when nothing is, one that is over, since some phones take an empty
     * list for no news.
     *
     * @param entity URI of the watched
     */
    static String dialogs(String entity, int version, Collection<LegSight> legs, String domain) {
        StringBuilder text = new StringBuilder(XML)
                .append("<dialog-info xmlns=\"urn:ietf:params:xml:ns:dialog-info\" version=\"")
                .append(version)
                .append("\" state=\"full\" entity=\"")
                .append(escaped(entity))
                .append("\">\r\n");
        legs.forEach(leg -> dialog(text, entity, leg, domain));
        if (legs.isEmpty()) {
            text.append("<dialog id=\"none\"><state>terminated</state></dialog>\r\n");
        }
        return text.append("</dialog-info>\r\n").toString();
    }

    private static void dialog(StringBuilder text, String entity, LegSight leg, String domain) {
        boolean recipient = leg.direction() == LegSight.Direction.RECIPIENT;
        text.append("<dialog id=\"d").append(leg.id().toString().replace('/', '-'));
        attribute(text, "call-id", leg.name().sipCallId());
        attribute(text, "local-tag", leg.name().phonesTag());
        attribute(text, "remote-tag", leg.name().ourTag());
        attribute(text, "direction", recipient ? "recipient" : "initiator");
        text.append("\">\r\n<state>").append(stateOf(leg.kind())).append("</state>\r\n<local><identity>");
        text.append(escaped(entity)).append("</identity></local>\r\n<remote>");
        remote(text, leg.other(), domain);
        text.append("</remote>\r\n</dialog>\r\n");
    }

    /** A hidden number stays hidden from colleagues too. */
    private static void remote(StringBuilder text, CallerId other, String domain) {
        boolean hidden = other.presentation() == CallerId.Presentation.RESTRICTED
                || other.number().isEmpty();
        String uri =
                hidden ? "sip:anonymous@anonymous.invalid" : "sip:" + Identities.escaped(other.number()) + '@' + domain;
        text.append("<identity");
        if (!hidden && !other.displayName().isBlank()) {
            text.append(" display=\"").append(escaped(other.displayName())).append('"');
        }
        text.append('>')
                .append(escaped(uri))
                .append("</identity><target uri=\"")
                .append(escaped(uri));
        text.append("\"/>");
    }

    private static void attribute(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append("\" ").append(name).append("=\"").append(escaped(value));
        }
    }

    private static String stateOf(LegEvent.Kind kind) {
        return switch (kind) {
            case STARTED -> "trying";
            case RINGING -> "early";
            case ANSWERED, TALKING, JOINED, RECORDING_RESTS, RECORDING_GOES_ON -> "confirmed";
            case ENDED -> "terminated";
        };
    }

    /** RFC 3863, with RFC 4480 for who is on the phone. */
    static String presence(String entity, Reachable reachable, Collection<LegSight> legs) {
        boolean talks = legs.stream()
                .anyMatch(leg -> leg.kind() == LegEvent.Kind.ANSWERED || leg.kind() == LegEvent.Kind.TALKING);
        StringBuilder text = new StringBuilder(XML)
                .append("<presence xmlns=\"urn:ietf:params:xml:ns:pidf\"")
                .append(" xmlns:dm=\"urn:ietf:params:xml:ns:pidf:data-model\"")
                .append(" xmlns:rpid=\"urn:ietf:params:xml:ns:pidf:rpid\" entity=\"")
                .append(escaped(entity))
                .append("\">\r\n<tuple id=\"phone\"><status><basic>")
                .append(reachable == Reachable.YES ? "open" : "closed")
                .append("</basic></status><contact>")
                .append(escaped(entity))
                .append("</contact></tuple>\r\n");
        if (talks) {
            text.append(
                    "<dm:person id=\"user\"><rpid:activities><rpid:on-the-phone/></rpid:activities></dm:person>\r\n");
        }
        return text.append("</presence>\r\n").toString();
    }

    /** Whether a phone is registered. */
    enum Reachable {
        YES,
        NO
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&apos;");
                default -> safe.appendCodePoint(c < ' ' ? ' ' : c);
            }
        });
        return safe.toString();
    }
}
