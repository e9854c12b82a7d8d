package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.ContentType;
import gov.nist.javax.sip.message.SIPRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import ro.clickphone.engine.api.Binding;
import ro.clickphone.engine.api.SipIdentity;

/** A text from one extension to a colleague's phones (RFC 3428): relayed at once, or refused; nothing is kept. */
final class PagerMessages {
    /** RFC 3428 8: what fits a datagram. */
    private static final int LONGEST = 1300;

    private static final int MOST_IN_A_WHILE = 30;
    private static final Duration WHILE = Duration.ofMinutes(1);

    private final SipDesk desk;
    private final Neighbours neighbours;
    private final Bindings bindings;
    private final Clock clock;
    private final Map<SipIdentity, Sent> sent = new ConcurrentHashMap<>();

    private record Sent(long since, int count) {}

    PagerMessages(SipDesk desk, Neighbours neighbours, Bindings bindings, Clock clock) {
        this.desk = desk;
        this.neighbours = neighbours;
        this.bindings = bindings;
        this.clock = clock;
    }

    /** Its sender is proven. */
    void message(SipIdentity who, SIPRequest request, ServerTransaction transaction) {
        byte[] content = request.getRawContent() == null ? new byte[0] : request.getRawContent();
        ContentType type = request.getContentTypeHeader();
        boolean text = type != null && "text".equals(type.getContentType().toLowerCase(Locale.ROOT));
        if (content.length > LONGEST) {
            transaction.respond(413);
        } else if (!text) {
            transaction.respond(415, Headers.of("Accept", "text/plain"));
        } else if (!mayStill(who)) {
            transaction.respond(503, Headers.of("Retry-After", WHILE.toSeconds()));
        } else {
            Body body = new Body("text/" + type.getContentSubType(), new String(content, StandardCharsets.UTF_8));
            neighbours.of(
                    who,
                    Users.of(request.getRequestURI()),
                    found -> found.ifPresentOrElse(
                            colleague -> relay(who, colleague, body, transaction), () -> transaction.respond(404)),
                    () -> transaction.respond(503, Headers.of("Retry-After", 5)));
        }
    }

    private boolean mayStill(SipIdentity who) {
        long now = clock.millis();
        Sent after = sent.merge(
                who,
                new Sent(now, 1),
                (before, one) ->
                        now - before.since() > WHILE.toMillis() ? one : new Sent(before.since(), before.count() + 1));
        return after.count() <= MOST_IN_A_WHILE;
    }

    void sweep() {
        long now = clock.millis();
        sent.values().removeIf(old -> now - old.since() > WHILE.toMillis());
    }

    /** To all phones of the colleague; the first that takes it counts. */
    private void relay(SipIdentity who, SipIdentity colleague, Body body, ServerTransaction transaction) {
        List<Bindings.Device> devices =
                bindings.phones(colleague).stream().map(flows -> flows.get(0)).toList();
        if (devices.isEmpty()) {
            transaction.respond(480);
            return;
        }
        AtomicInteger left = new AtomicInteger(devices.size());
        for (Bindings.Device device : devices) {
            OutgoingRequest message = write(who, device, body);
            desk.transactions().send(message, device.flow(), answer -> {
                boolean last = !answer.isProvisional() && left.decrementAndGet() == 0;
                if (answer.isSuccess()) {
                    transaction.respond(200);
                } else if (last) {
                    transaction.respond(answer.response().isPresent() ? answer.status() : 480);
                }
            });
        }
    }

    private OutgoingRequest write(SipIdentity who, Bindings.Device device, Body body) {
        Binding binding = device.binding();
        String number = who.user().substring(Neighbours.prefixOf(who).length());
        String from = "<sip:" + Identities.escaped(number) + '@' + desk.names().domain() + '>';
        String to = "<sip:" + Identities.escaped(binding.who().user()) + '@'
                + binding.who().domain() + '>';
        Dialog outside = Dialog.ofCaller(desk.names(), from, to, binding.contact(), binding.path(), device.flow());
        return outside.request("MESSAGE", Headers.NONE, body);
    }
}
