package ro.clickphone.engine.sip;

import gov.nist.javax.sip.address.SipUri;
import gov.nist.javax.sip.header.Contact;
import gov.nist.javax.sip.header.ContactList;
import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import javax.sip.header.ExpiresHeader;
import ro.clickphone.engine.api.Binding;
import ro.clickphone.engine.api.BindingChange.Why;
import ro.clickphone.engine.api.SipIdentity;

/** REGISTER of a user whose password was right (RFC 3261 10.3, RFC 5626, RFC 3327). */
final class Registrar {
    private static final int SHORTEST = 60;
    private static final int USUAL = 3600;
    private static final int LONGEST = 7200;
    private static final int MOST_CONTACTS = 10;
    private static final int LONGEST_CONTACT = 500;
    private static final int MOST_PATHS = 5;

    private final Bindings bindings;
    private final Clock clock;

    Registrar(Bindings bindings, Clock clock) {
        this.bindings = bindings;
        this.clock = clock;
    }

    void register(SipIdentity who, SIPRequest request, ServerTransaction transaction) {
        ContactList contacts = request.getContactHeaders();
        int status = contacts == null || contacts.isEmpty() ? 200 : change(who, request, contacts, transaction);
        switch (status) {
            case 200 -> transaction.respond(200, present(who, request));
            case 423 -> transaction.respond(423, Headers.of("Min-Expires", SHORTEST));
            default -> transaction.respond(status);
        }
    }

    private int change(SipIdentity who, SIPRequest request, ContactList contacts, ServerTransaction transaction) {
        if (contacts.getFirst() instanceof Contact star && star.isWildCard()) {
            return forgetAll(who, request, contacts);
        }
        if (contacts.size() > MOST_CONTACTS) {
            return 403;
        }
        List<Binding> wanted = new ArrayList<>();
        for (Contact contact : contacts) {
            int expires = expiresOf(contact, request);
            if (contact.isWildCard() || !(contact.getAddress().getURI() instanceof SipUri) || expires < 0) {
                return 400;
            }
            if (expires > 0 && expires < SHORTEST) {
                return 423;
            }
            String uri = contact.getAddress().getURI().toString();
            if (uri.length() > LONGEST_CONTACT) {
                return 400;
            }
            Optional<Binding> before = bindings.find(who, keyOf(contact, uri));
            Binding binding = binding(
                    new Place(who, uri, Math.min(expires, LONGEST), before), request, contact, transaction.flow());
            if (before.filter(known -> isOld(binding, known)).isPresent()) {
                return 500;
            }
            wanted.add(binding);
        }
        wanted.forEach(binding -> apply(binding, transaction.flow()));
        return 200;
    }

    private void apply(Binding binding, Flow flow) {
        if (binding.expiresAt().isAfter(clock.instant())) {
            bindings.put(new Bindings.Device(binding, flow));
        } else {
            bindings.remove(binding.who(), binding.key(), Why.UNREGISTERED);
        }
    }

    private int forgetAll(SipIdentity who, SIPRequest request, ContactList contacts) {
        ExpiresHeader expires = request.getExpires();
        if (contacts.size() > 1 || expires == null || expires.getExpires() != 0) {
            return 400;
        }
        bindings.removeAll(who, Why.UNREGISTERED);
        return 200;
    }

    /** A repeat that was overtaken by its successor (RFC 3261 10.3, step 7). */
    private static boolean isOld(Binding now, Binding before) {
        return before.sipCallId().equals(now.sipCallId()) && before.cseq() >= now.cseq();
    }

    private static int expiresOf(Contact contact, SIPRequest request) {
        if (contact.hasParameter("expires")) {
            int own = contact.getExpires();
            return own < 0 ? USUAL : own;
        }
        ExpiresHeader header = request.getExpires();
        return header == null ? USUAL : header.getExpires();
    }

    /** Whose contact, at which address, for how many seconds, and what stood there before. */
    private record Place(SipIdentity who, String uri, int expires, Optional<Binding> before) {}

    private Binding binding(Place place, SIPRequest request, Contact contact, Flow flow) {
        Instant now = clock.instant();
        float q = contact.getQValue();
        return new Binding(
                place.who(),
                keyOf(contact, place.uri()),
                place.uri(),
                OurNames.hostPort(flow.remote()),
                flow.transport(),
                q < 0 ? 1000 : Math.min(1000, Math.round(q * 1000)),
                pathOf(request),
                request.getCallId().getCallId(),
                request.getCSeq().getSeqNumber(),
                UasLeg.userAgentOf(request),
                place.before().map(Binding::registeredAt).orElse(now),
                Duration.ofSeconds(place.expires()),
                now.plusSeconds(place.expires()));
    }

    private static String keyOf(Contact contact, String uri) {
        String instance = contact.getParameter("+sip.instance");
        String flow = contact.getParameter("reg-id");
        if (instance == null || instance.isBlank() || instance.length() > 100) {
            return uri;
        }
        String named = instance.replace("\"", "");
        return flow == null ? named : named + '#' + flow;
    }

    private static List<String> pathOf(SIPRequest request) {
        List<String> path = new ArrayList<>();
        ListIterator<SIPHeader> headers = request.getHeaders("Path");
        while (headers.hasNext() && path.size() < MOST_PATHS) {
            path.add(headers.next().getHeaderValue());
        }
        return path;
    }

    /** Everything that is registered now, with the time that is left. */
    private Headers present(SipIdentity who, SIPRequest request) {
        Headers answer = new Headers();
        Instant now = clock.instant();
        for (Bindings.Device device : bindings.of(who)) {
            Binding binding = device.binding();
            long left = Math.max(1, Duration.between(now, binding.expiresAt()).toSeconds());
            StringBuilder contact =
                    new StringBuilder("<").append(binding.contact()).append('>');
            contact.append(";expires=").append(left);
            if (binding.q() < 1000) {
                contact.append(";q=").append(binding.q() / 1000f);
            }
            answer.with("Contact", contact);
        }
        pathOf(request).forEach(path -> answer.with("Path", path));
        return answer.with("Supported", "path, outbound").with("Flow-Timer", 90);
    }
}
