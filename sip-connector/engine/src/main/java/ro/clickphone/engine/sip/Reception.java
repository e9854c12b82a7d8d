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

    private final Dialogs dialogs;
    private final Gatekeeper gatekeeper;
    private final SourceGuard guard;
    private final Registrar registrar;
    private final Invites invites;

    Reception(Dialogs dialogs, Gatekeeper gatekeeper, SourceGuard guard, Registrar registrar, Invites invites) {
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
        if (guard.isBlocked(flow.remote().getAddress())) {
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
            case "REGISTER" -> {
                return gatekeeper.challenges(request, Door.REGISTRAR, reply);
            }
            case "INVITE" -> {
                return invites.needsProof(request, flow) && gatekeeper.challenges(request, Door.CALL, reply);
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
            case "REFER", "SUBSCRIBE", "MESSAGE", "PUBLISH" ->
                transaction.respond(405, Headers.of("Allow", SipLeg.ALLOW));
            default -> transaction.respond(501, Headers.of("Allow", SipLeg.ALLOW));
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
        return Headers.of("Allow", "REGISTER, SUBSCRIBE, " + SipLeg.ALLOW)
                .with("Accept", "application/sdp")
                .with("Accept-Encoding", "identity")
                .with("Accept-Language", "ro, en")
                .with("Supported", "replaces, timer, path, outbound");
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
