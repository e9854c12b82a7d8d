package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.Contact;
import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkState.LoginState;
import ro.clickphone.engine.api.TrunkState.Standing;
import ro.clickphone.engine.call.Wheel;

/**
 * Our registration at one carrier (RFC 3261 10.2), renewed before it ends; at another of its machines when one does not
 * answer, and ever more seldom while none wants us (RFC 5626 4.5).
 */
final class TrunkRegistration {
    private static final Logger LOG = Logger.getLogger(TrunkRegistration.class.getName());
    private static final int WANTED = 600;
    private static final int LONGEST = 7200;
    private static final int MOST_CHALLENGES = 2;

    /** How long a machine may be silent while there is another. */
    private static final Duration SILENCE = Duration.ofSeconds(8);

    private final Trunks.Trunk trunk;
    private final TrunkConfig.Login login;
    private final Room room;
    private final String callId = Tokens.callId();
    private final String tag = Tokens.tag();
    private long cseq;
    private int wanted = WANTED;
    private int failures;
    private boolean ended;
    private Trunks.Peer peer;
    private LoginState state;

    /** What it works with. */
    record Room(
            OurNames names,
            Transactions transactions,
            Flows flows,
            Wheel wheel,
            TrunkWatch watch,
            Clock clock,
            Pause pause) {}

    /** How long to wait after failures, the first and the longest. */
    record Pause(Duration first, Duration longest) {
        static final Pause USUAL = new Pause(Duration.ofSeconds(15), Duration.ofMinutes(10));

        /** Between the half and the whole of it, so that not everybody comes at once. */
        long millis(int failures) {
            long whole = Math.min(longest.toMillis(), first.toMillis() << Math.min(20, Math.max(0, failures - 1)));
            return whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1);
        }
    }

    TrunkRegistration(Trunks.Trunk trunk, TrunkConfig.Login login, Room room) {
        this.trunk = trunk;
        this.login = login;
        this.room = room;
        this.state = new LoginState(Standing.TRYING, 0, room.clock().instant(), Optional.empty());
    }

    Trunks.Trunk trunk() {
        return trunk;
    }

    synchronized LoginState state() {
        return state;
    }

    void begin() {
        attempt();
    }

    /** Takes our contact back, as far as the carrier still listens. */
    synchronized void end() {
        boolean registered = state.standing() == Standing.REGISTERED;
        ended = true;
        if (registered) {
            send(0, Headers.NONE, 0);
        }
    }

    private synchronized void attempt() {
        if (ended || trunk.peers().isEmpty()) {
            return;
        }
        peer = TrunkCall.order(trunk.peers(), room.watch()::isDown).get(0);
        send(wanted, Headers.NONE, 0);
    }

    /** @param challenges how many this attempt has answered */
    private void send(int expires, Headers proof, int challenges) {
        Flow flow = room.flows().to(peer.config().transport(), peer.address());
        String host = OurNames.bracketed(peer.config().host());
        String aor = "<sip:" + Identities.escaped(login.user()) + '@' + host + '>';
        String branch = Tokens.branch();
        OutgoingRequest register = new OutgoingRequest(
                "REGISTER",
                registrar(),
                room.names().via(flow, branch),
                branch,
                "",
                aor + ";tag=" + tag,
                aor,
                callId,
                ++cseq,
                Headers.of("Contact", contact(flow)).with("Expires", expires).with(proof),
                Body.NONE);
        Duration patience = trunk.peers().size() > 1 ? SILENCE : ClientTransaction.USUAL_PATIENCE;
        room.transactions().send(register, flow, patience, answer -> answered(answer, expires, challenges));
    }

    private String registrar() {
        String host = OurNames.bracketed(peer.config().host());
        return peer.config().port() == 5060
                ? "sip:" + host
                : "sip:" + host + ':' + peer.config().port();
    }

    private String contact(Flow flow) {
        return room.names().contact(flow).replace("<sip:", "<sip:" + Identities.escaped(login.user()) + '@');
    }

    private synchronized void answered(Answer answer, int expires, int challenges) {
        if (answer.isProvisional()) {
            return;
        }
        int status = answer.status();
        boolean challenged = status == 401 || status == 407;
        if (challenged && challenges < MOST_CHALLENGES) {
            Optional<Headers> proof = answer.response()
                    .flatMap(challenge -> TrunkLogin.answer(login, challenge, "REGISTER", registrar()));
            if (proof.isPresent()) {
                send(expires, proof.get(), challenges + 1);
                return;
            }
        }
        if (ended) {
            return;
        }
        if (answer.isSuccess()) {
            succeeded(answer);
        } else if (status == 423
                && answer.response().flatMap(TrunkRegistration::least).isPresent()) {
            wanted = answer.response().flatMap(TrunkRegistration::least).get();
            send(wanted, Headers.NONE, 0);
        } else {
            failed(answer);
        }
    }

    private void succeeded(Answer answer) {
        failures = 0;
        int granted = answer.response().map(this::granted).orElse(wanted);
        Instant now = room.clock().instant();
        become(Standing.REGISTERED, answer.status(), Optional.of(now.plusSeconds(granted)));
        // well before it ends: at nine tenths, but never less than two seconds before
        long millis = Math.max(1000, Math.min(granted * 900L, granted * 1000L - 2000));
        room.wheel().after(millis, this::attempt);
    }

    private void failed(Answer answer) {
        failures++;
        boolean silent = answer.response().isEmpty();
        if (silent) {
            room.watch().failed(peer);
        }
        become(silent ? Standing.UNREACHABLE : Standing.REFUSED, answer.status(), Optional.empty());
        boolean another = silent && failures < trunk.peers().size();
        room.wheel().after(another ? 0 : room.pause().millis(failures), this::attempt);
    }

    private void become(Standing standing, int status, Optional<Instant> until) {
        boolean changes = state.standing() != standing;
        state = new LoginState(standing, status, changes ? room.clock().instant() : state.since(), until);
        if (changes) {
            LOG.log(standing == Standing.REGISTERED ? Level.INFO : Level.WARNING, "{0}: {1} ({2})", new Object[] {
                trunk.config().name(), standing, status
            });
        }
    }

    /** For how long: by our own contact's parameter, or the header, or as we wished. */
    private int granted(SIPResponse response) {
        int granted = wanted;
        if (response.getExpires() != null) {
            granted = response.getExpires().getExpires();
        }
        if (response.getContactHeaders() != null) {
            for (Contact contact : response.getContactHeaders()) {
                boolean ours = contact.getAddress() != null
                        && contact.getAddress()
                                .getURI()
                                .toString()
                                .contains(Identities.escaped(login.user())
                                        + '@'
                                        + room.names().host(peer.address()));
                granted = ours && contact.getExpires() > 0 ? contact.getExpires() : granted;
            }
        }
        return Math.max(1, Math.min(LONGEST, granted));
    }

    private static Optional<Integer> least(SIPResponse response) {
        return response.getHeader("Min-Expires") instanceof SIPHeader header
                        && header.getHeaderValue().trim().matches("[0-9]{1,5}")
                ? Optional.of(Math.min(
                        LONGEST, Integer.parseInt(header.getHeaderValue().trim())))
                : Optional.empty();
    }
}
