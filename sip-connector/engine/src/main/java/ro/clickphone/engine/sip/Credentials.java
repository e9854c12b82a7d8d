package ro.clickphone.engine.sip;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import ro.clickphone.engine.api.DigestCredential;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.call.Decider;

/**
 * The business's word on who is who, remembered: what a user's password is, and from where it may be used. So a database
 * that is away keeps no known phone from calling. Strangers' guesses are remembered shortly, and not too many of them.
 */
final class Credentials {
    private static final int MOST_STRANGERS = 20_000;
    private static final Duration STRANGER_LIFE = Duration.ofSeconds(30);

    private final Decider decider;
    private final Clock clock;
    private final Map<SipIdentity, DigestCredential> known = new ConcurrentHashMap<>();
    private final Map<SipIdentity, Long> strangers = new ConcurrentHashMap<>();
    private final Map<Place, Boolean> admitted = new ConcurrentHashMap<>();

    private record Place(SipIdentity who, String address) {}

    Credentials(Decider decider, Clock clock) {
        this.decider = decider;
        this.clock = clock;
    }

    /** @param failed when the business cannot answer now */
    void of(SipIdentity who, Consumer<Optional<DigestCredential>> found, Consumer<String> failed) {
        DigestCredential remembered = known.get(who);
        if (remembered != null) {
            found.accept(Optional.of(remembered));
        } else if (isStranger(who)) {
            found.accept(Optional.empty());
        } else {
            decider.ask(business -> business.credentialOf(who), answer -> remember(who, answer, found), failed);
        }
    }

    private void remember(
            SipIdentity who, Optional<DigestCredential> answer, Consumer<Optional<DigestCredential>> found) {
        if (answer.isPresent()) {
            known.put(who, answer.get());
        } else if (strangers.size() < MOST_STRANGERS) {
            strangers.put(who, clock.millis() + STRANGER_LIFE.toMillis());
        }
        found.accept(answer);
    }

    private boolean isStranger(SipIdentity who) {
        Long until = strangers.get(who);
        return until != null && clock.millis() < until;
    }

    /** What an identity was last known by; empty when it was never asked for. */
    Optional<DigestCredential> remembered(SipIdentity who) {
        return Optional.ofNullable(known.get(who));
    }

    /** Whether the user may come from that address (manual, item 160). */
    void admits(SipIdentity who, String address, Consumer<Boolean> answered, Consumer<String> failed) {
        Place place = new Place(who, address);
        Boolean remembered = admitted.get(place);
        if (remembered != null) {
            answered.accept(remembered);
            return;
        }
        decider.ask(
                business -> business.admits(who, address),
                answer -> {
                    if (admitted.size() < 10 * MOST_STRANGERS) {
                        admitted.put(place, answer);
                    }
                    answered.accept(answer);
                },
                failed);
    }

    void forget(SipIdentity who) {
        known.remove(who);
        strangers.remove(who);
        admitted.keySet().removeIf(place -> place.who().equals(who));
    }

    void sweep() {
        long now = clock.millis();
        strangers.values().removeIf(until -> until < now);
    }
}
