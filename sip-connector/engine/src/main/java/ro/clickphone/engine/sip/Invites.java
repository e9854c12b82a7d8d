package ro.clickphone.engine.sip;

import gov.nist.javax.sip.address.SipUri;
import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPRequest;
import java.time.Clock;
import java.util.ListIterator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.Pattern;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Summons;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.call.Arrival;
import ro.clickphone.engine.call.Calls;
import ro.clickphone.engine.call.DialogEvents;
import ro.clickphone.engine.call.LegDialog;
import ro.clickphone.engine.call.Mailbox;
import ro.clickphone.engine.call.Replacement;
import ro.clickphone.engine.media.MediaTerms;
import ro.clickphone.engine.media.MediaTerms.Protection;
import ro.clickphone.engine.sip.Gatekeeper.Door;

/** A first INVITE: whose is it, and does it become a call? */
final class Invites {
    private static final int MOST_CALLS = 20_000;
    /** What a carrier writes in From, and none of our users is called. */
    private static final Pattern NO_USER = Pattern.compile("\\+?[0-9*#]*|[aA]nonymous|[uU]navailable|[rR]estricted");

    private final SipDesk desk;
    private final Gatekeeper gatekeeper;
    private final Trunks trunks;
    private final TrunkUse use;
    private final Gateway gateway;
    private final Calls calls;
    private final Clock clock;
    private final AtomicBoolean draining = new AtomicBoolean();

    Invites(
            SipDesk desk,
            Gatekeeper gatekeeper,
            Trunks trunks,
            TrunkUse use,
            Gateway gateway,
            Calls calls,
            Clock clock) {
        this.desk = desk;
        this.gatekeeper = gatekeeper;
        this.trunks = trunks;
        this.use = use;
        this.gateway = gateway;
        this.calls = calls;
        this.clock = clock;
    }

    void takeNoMore() {
        draining.set(true);
    }

    /** A call that we begin; none while the exchange takes no more. */
    void summon(Summons summons) {
        if (!draining.get() && calls.size() < MOST_CALLS) {
            Mailbox mailbox = calls.newMailbox();
            desk.trace().began(summons.wanted(), mailbox);
            calls.summon(summons, mailbox);
        }
    }

    /** Whether its sender is not known by address. */
    boolean needsProof(SIPRequest request, Flow flow) {
        return !draining.get() && trunkOf(request, flow).isEmpty();
    }

    void invite(SIPRequest request, ServerTransaction transaction) {
        if (draining.get() || calls.size() >= MOST_CALLS) {
            transaction.respond(503, Headers.of("Retry-After", 10));
            return;
        }
        Optional<Headers> wanted = Sdp.refusal(request);
        if (wanted.isPresent()) {
            transaction.respond(415, wanted.get());
            return;
        }
        if (SessionTerms.of(request).areTooShort()) {
            transaction.respond(422, Headers.of("Min-SE", SessionTerms.LEAST));
            return;
        }
        if (request.getContactHeaders() == null) {
            transaction.respond(400);
            return;
        }
        Optional<Trunks.Trunk> trunk = trunkOf(request, transaction.flow());
        if (trunk.isPresent()) {
            fromTrunk(trunk.get(), request, transaction);
        } else {
            gatekeeper.check(request, transaction, Door.CALL, who -> fromExtension(who, request, transaction));
        }
    }

    /**
     * A carrier is known by its address. A phone may stand at the same address (a laboratory, a carrier's own test
     * phone): what brings a digest, or names itself as one of our users, is a phone.
     */
    private Optional<Trunks.Trunk> trunkOf(SIPRequest request, Flow flow) {
        if (request.getHeader("Proxy-Authorization") != null || namesOneOfOurUsers(request)) {
            return Optional.empty();
        }
        return trunks.calling(flow.remote().getAddress());
    }

    private boolean namesOneOfOurUsers(SIPRequest request) {
        return request.getFrom().getAddress().getURI() instanceof SipUri from
                && from.getUser() != null
                && desk.names().isOurs(from.getHost())
                && !NO_USER.matcher(from.getUser()).matches();
    }

    private void fromTrunk(Trunks.Trunk trunk, SIPRequest request, ServerTransaction transaction) {
        CallerId caller = Identities.callerOf(request, true);
        Party source = new Party.PublicNumber(trunk.config().id(), caller.number());
        MediaTerms terms = new MediaTerms(Protection.OFF, trunk.config().codecs())
                .towards(transaction.flow().remote().getAddress());
        String dialled = dialled(request, trunk.config());
        if (!use.enter(trunk.config())) {
            transaction.respond(486);
        } else if (!arrive(
                new Coming(source, caller, terms, dialled, () -> use.leave(trunk.config())), request, transaction)) {
            use.leave(trunk.config());
        }
    }

    /** A carrier where we register may call our contact there, and say in To which number was dialled. */
    private static String dialled(SIPRequest request, TrunkConfig trunk) {
        String dialled = Users.of(request.getRequestURI());
        boolean account = trunk.registers()
                && trunk.login().filter(login -> login.user().equals(dialled)).isPresent();
        String named = account ? Identities.numberOf(request.getTo().getAddress()) : "";
        return named.isEmpty() ? dialled : named;
    }

    private void fromExtension(SipIdentity who, SIPRequest request, ServerTransaction transaction) {
        CallerId caller = Identities.callerOf(request, false);
        Optional<MediaTerms> terms = gateway.terms(who, transaction.flow());
        if (terms.isPresent()) {
            String dialled = Users.of(request.getRequestURI());
            arrive(new Coming(new Party.Extension(who), caller, terms.get(), dialled, () -> {}), request, transaction);
        } else {
            transaction.respond(488, Headers.of("Warning", "399 clickphone \"Encrypted audio needs SIP over TLS\""));
        }
    }

    /**
     * Who calls whom, and how.
     *
     * @param closed runs when the calling leg has ended
     */
    private record Coming(Party source, CallerId caller, MediaTerms terms, String dialled, Runnable closed) {}

    /** @return false when it did not become a call, and {@code closed} will never run */
    private boolean arrive(Coming coming, SIPRequest request, ServerTransaction transaction) {
        if (coming.dialled().isEmpty() || coming.dialled().length() > Users.LONGEST) {
            transaction.respond(coming.dialled().isEmpty() ? 484 : 404);
            return false;
        }
        Optional<Replacement> replacement = Optional.empty();
        if (request.getHeader("Replaces") != null) {
            replacement = replacementOf(request);
            if (replacement.isEmpty()) {
                transaction.respond(481);
                return false;
            }
        }
        transaction.respond(100);
        IncomingCall call =
                new IncomingCall(CallId.random(), coming.source(), coming.dialled(), coming.caller(), clock.instant());
        Arrival arrival = new Arrival(call, Sdp.of(request), coming.terms());
        Mailbox mailbox = calls.newMailbox();
        desk.trace().began(call, mailbox, request.getCallId().getCallId());
        Function<DialogEvents, LegDialog> dialog = events -> {
            UasLeg leg = new UasLeg(desk, request, transaction, mailbox, events, coming.closed());
            if (coming.source() instanceof Party.PublicNumber) {
                leg.goesWhereItSays(desk.flows());
            }
            return leg;
        };
        if (replacement.isPresent()) {
            calls.arrivedInstead(arrival, mailbox, replacement.get(), dialog);
        } else {
            calls.arrived(arrival, mailbox, dialog);
        }
        return true;
    }

    private Optional<Replacement> replacementOf(SIPRequest request) {
        ListIterator<SIPHeader> headers = request.getHeaders("Replaces");
        Optional<Replaces> name = Replaces.parse(headers.next().getHeaderValue());
        return headers.hasNext()
                ? Optional.empty()
                : name.flatMap(known -> desk.dialogs()
                        .named(known)
                        .map(replaced -> new Replacement(
                                replaced,
                                known.earlyOnly() ? Replacement.When.RINGING : Replacement.When.RINGING_OR_TALKING)));
    }
}
