package ro.clickphone.engine.sip;

import gov.nist.javax.sip.message.SIPRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import ro.clickphone.engine.api.DigestCredential;
import ro.clickphone.engine.api.SecurityEvent;
import ro.clickphone.engine.api.SecurityEvent.Kind;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.call.Tells;
import ro.clickphone.engine.call.Text;
import ro.clickphone.engine.sip.DigestAuthenticator.Claim;
import ro.clickphone.engine.sip.DigestAuthenticator.Verdict;

/** Nobody comes in without the right password, from an allowed address. */
final class Gatekeeper {
    private final DigestAuthenticator digest;
    private final Credentials credentials;
    private final SourceGuard guard;
    private final Tells tells;
    private final Clock clock;

    Gatekeeper(DigestAuthenticator digest, Credentials credentials, SourceGuard guard, Tells tells, Clock clock) {
        this.digest = digest;
        this.credentials = credentials;
        this.guard = guard;
        this.tells = tells;
        this.clock = clock;
    }

    /** Where a proof is asked for: by the registrar itself, or as if by a proxy (RFC 3261 22.2, 22.3). */
    enum Door {
        REGISTRAR(401, "WWW-Authenticate", "Authorization"),
        CALL(407, "Proxy-Authenticate", "Proxy-Authorization");

        private final int status;
        private final String challenge;
        private final String proof;

        Door(int status, String challenge, String proof) {
            this.status = status;
            this.challenge = challenge;
            this.proof = proof;
        }
    }

    /** Asks for a proof when none was brought. @return false when there is one to be checked */
    boolean challenges(SIPRequest request, Door door, Transactions.Reply reply) {
        if (request.getHeader(door.proof) != null
                && digest.claimOf(request, door.proof).isPresent()) {
            return false;
        }
        reply.respond(door.status, digest.challenge(request, door.challenge, false));
        return true;
    }

    /** Answers the request itself unless its sender is proven. @param proven may run on any thread */
    void check(SIPRequest request, ServerTransaction transaction, Door door, Consumer<SipIdentity> proven) {
        Optional<Claim> claim = digest.claimOf(request, door.proof);
        if (claim.isEmpty()) {
            challenge(request, transaction, door, false);
            return;
        }
        credentials.of(
                claim.get().who(),
                credential -> judge(request, claim.get(), credential, transaction, door, proven),
                why -> transaction.respond(503, Headers.of("Retry-After", 5)));
    }

    private void judge(
            SIPRequest request,
            Claim claim,
            Optional<DigestCredential> credential,
            ServerTransaction transaction,
            Door door,
            Consumer<SipIdentity> proven) {
        Verdict verdict = digest.judge(claim, credential);
        switch (verdict) {
            case RIGHT -> admit(claim.who(), transaction, proven);
            case STALE -> challenge(request, transaction, door, true);
            case WRONG -> {
                guard.wrongPassword(transaction.source().getAddress(), claim.who());
                challenge(request, transaction, door, false);
            }
        }
    }

    private void admit(SipIdentity who, ServerTransaction transaction, Consumer<SipIdentity> proven) {
        String address = transaction.source().getAddress().getHostAddress();
        credentials.admits(
                who,
                address,
                allowed -> {
                    if (allowed) {
                        guard.rightPassword(transaction.source().getAddress());
                        transaction.flow().trusted();
                        proven.accept(who);
                    } else {
                        tells.security(new SecurityEvent(
                                Kind.ADDRESS_REFUSED,
                                address,
                                Text.line(who.toString()),
                                "the customer does not allow this address",
                                clock.instant()));
                        transaction.respond(403);
                    }
                },
                why -> transaction.respond(503, Headers.of("Retry-After", 5)));
    }

    private void challenge(SIPRequest request, ServerTransaction transaction, Door door, boolean stale) {
        transaction.respond(door.status, digest.challenge(request, door.challenge, stale));
    }
}
