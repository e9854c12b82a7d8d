package ro.clickphone.engine.sip;

import gov.nist.javax.sip.address.SipUri;
import gov.nist.javax.sip.message.SIPRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sip.header.RequireHeader;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.sip.Gatekeeper.Door;

/** Where every new request comes in, and who serves it. */
final class Reception implements Transactions.RequestSink {
    private static final Set<String> KNOWN_EXTENSIONS =
            Set.of("path", "outbound", "replaces", "timer", "100rel", "norefersub", "gruu");

    private static final String ALLOW = SipLeg.ALLOW + ", REGISTER, SUBSCRIBE, MESSAGE";

    private final Dialogs dialogs;
    private final Gatekeeper gatekeeper;
    private final SourceGuard guard;
    private final Registrar registrar;
    private final Invites invites;
    private final Subscriptions subscriptions;
    private final PagerMessages messages;

    Reception(
            Dialogs dialogs,
            Gatekeeper gatekeeper,
            SourceGuard guard,
            Registrar registrar,
            Invites invites,
            Subscriptions subscriptions,
            PagerMessages messages) {
        this.subscriptions = subscriptions;
        this.messages = messages;
        this.guard = guard;
        this.dialogs = dialogs;
        this.gatekeeper = gatekeeper;
        this.registrar = registrar;
        this.invites = invites;
    }

    @Override
    public void ack(SIPRequest request) {
        dialogs.of(request).ifPresent(member -> member.ack(request));
    }

    @Override
    public boolean serveForgetfully(SIPRequest request, Flow flow, Transactions.Reply reply) {
        if (request.getToTag() != null) {
            return false;
        }
        boolean carriersCall = request.getMethod().equals("INVITE") && !invites.needsProof(request, flow);
        // a datagram's source can be forged: wrong passwords in a carrier's name must not keep its calls out
        if (!carriersCall && guard.isBlocked(flow.remote().getAddress())) {
            return true;
        }
        switch (request.getMethod()) {
            case "OPTIONS" -> {
                if (unsupported(request).isEmpty() && isOurScheme(request)) {
                    reply.respond(200, abilities());
                    return true;
                }
                return false;
            }
            case "REGISTER", "SUBSCRIBE" -> {
                return gatekeeper.challenges(request, Door.REGISTRAR, reply);
            }
            case "MESSAGE" -> {
                return gatekeeper.challenges(request, Door.CALL, reply);
            }
            case "INVITE" -> {
                return !carriersCall && gatekeeper.challenges(request, Door.CALL, reply);
            }
            default -> {
                return false;
            }
        }
    }

    @Override
    public void request(SIPRequest request, ServerTransaction transaction) {
        List<String> unsupported = unsupported(request);
        if (request.getMaxForwards() != null
                && request.getMaxForwards().getMaxForwards() == 0
                && !request.getMethod().equals("OPTIONS")) {
            transaction.respond(483);
        } else if (!unsupported.isEmpty()) {
            transaction.respond(420, Headers.of("Unsupported", String.join(", ", unsupported)));
        } else if (!isOurScheme(request)) {
            transaction.respond(416);
        } else if (request.getToTag() != null) {
            inside(request, transaction);
        } else {
            outside(request, transaction);
        }
    }

    private void inside(SIPRequest request, ServerTransaction transaction) {
        Optional<Dialogs.Member> member = dialogs.of(request);
        if (member.isPresent()) {
            member.get().request(request, transaction);
        } else {
            transaction.respond(481);
        }
    }

    private void outside(SIPRequest request, ServerTransaction transaction) {
        switch (request.getMethod()) {
            case "OPTIONS" -> transaction.respond(200, abilities());
            case "REGISTER" ->
                gatekeeper.check(request, transaction, Door.REGISTRAR, who -> register(who, request, transaction));
            case "INVITE" -> invites.invite(request, transaction);
            case "BYE", "UPDATE", "INFO", "PRACK", "NOTIFY" -> transaction.respond(481);
            case "SUBSCRIBE" ->
                gatekeeper.check(
                        request,
                        transaction,
                        Door.REGISTRAR,
                        who -> subscriptions.subscribe(who, request, transaction));
            case "MESSAGE" ->
                gatekeeper.check(request, transaction, Door.CALL, who -> messages.message(who, request, transaction));
            // only who talks has somebody to hand on
            case "REFER" -> transaction.respond(403);
            case "PUBLISH" -> transaction.respond(405, Headers.of("Allow", ALLOW));
            default -> transaction.respond(501, Headers.of("Allow", ALLOW));
        }
    }

    /** A user registers for itself only. */
    private void register(SipIdentity who, SIPRequest request, ServerTransaction transaction) {
        boolean own = request.getTo().getAddress().getURI() instanceof SipUri aor
                && who.user().equals(aor.getUser());
        if (own) {
            registrar.register(who, request, transaction);
        } else {
            transaction.respond(403);
        }
    }

    private static Headers abilities() {
        return Headers.of("Allow", ALLOW)
                .with("Allow-Events", EventPackage.ALL)
                .with("Accept", "application/sdp")
                .with("Accept-Encoding", "identity")
                .with("Accept-Language", "ro, en")
                .with("Supported", "replaces, timer, path, outbound, 100rel, norefersub");
    }

    private static boolean isOurScheme(SIPRequest request) {
        String scheme = String.valueOf(request.getRequestURI().getScheme()).toLowerCase(Locale.ROOT);
        return scheme.equals("sip") || scheme.equals("sips") || scheme.equals("tel");
    }

    private static List<String> unsupported(SIPRequest request) {
        List<String> unknown = new ArrayList<>();
        if (request.getMethod().equals("CANCEL") || request.getMethod().equals("ACK")) {
            return unknown;
        }
        ListIterator<?> headers = request.getHeaders(RequireHeader.NAME);
        while (headers.hasNext()) {
            if (headers.next() instanceof RequireHeader require
                    && !KNOWN_EXTENSIONS.contains(require.getOptionTag().toLowerCase(Locale.ROOT))) {
                unknown.add(require.getOptionTag());
            }
        }
        return unknown;
    }
}
