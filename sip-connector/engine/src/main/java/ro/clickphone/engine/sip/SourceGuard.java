package ro.clickphone.engine.sip;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.BlockedSource;
import ro.clickphone.engine.api.SecurityEvent;
import ro.clickphone.engine.api.SecurityEvent.Kind;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.call.Tells;
import ro.clickphone.engine.call.Text;

/**
 * Cuts off an address (of IPv6 a {@link Household}) by its 20th wrong password, counted so that it decays: one is forgiven
 * every half minute. The count is the address's, never the user's: whoever guesses at somebody's password does not lock
 * out the owner elsewhere.
 */
final class SourceGuard {
    static final int MOST_WRONG = 19;
    private static final Logger LOG = Logger.getLogger(SourceGuard.class.getName());
    private static final Duration FORGIVEN_EVERY = Duration.ofSeconds(30);
    private static final Duration BLOCKED_FOR = Duration.ofMinutes(15);
    static final int MOST_SOURCES = 100_000;

    private final Map<InetAddress, Source> sources = new ConcurrentHashMap<>();
    private final Tells tells;
    private final Clock clock;

    SourceGuard(Tells tells, Clock clock) {
        this.tells = tells;
        this.clock = clock;
    }

    private static final class Source {
        private double wrong;
        private long countedAt;
        private Instant blockedSince = Instant.MIN;
        private Instant blockedUntil = Instant.MIN;

        private Source(long now) {
            countedAt = now;
        }

        private void decay(long now) {
            wrong = Math.max(0, wrong - (double) (now - countedAt) / FORGIVEN_EVERY.toMillis());
            countedAt = now;
        }
    }

    boolean isBlocked(InetAddress address) {
        Source source = sources.get(Household.of(address));
        if (source == null) {
            return false;
        }
        synchronized (source) {
            return clock.instant().isBefore(source.blockedUntil);
        }
    }

    void wrongPassword(InetAddress address, SipIdentity who) {
        tell(Kind.WRONG_PASSWORD, address, who.toString(), "wrong password or no such user");
        InetAddress household = Household.of(address);
        if (sources.size() >= MOST_SOURCES && !sources.containsKey(household)) {
            makeRoom();
        }
        Source source = sources.computeIfAbsent(household, unused -> new Source(clock.millis()));
        boolean blocks;
        synchronized (source) {
            source.decay(clock.millis());
            source.wrong++;
            blocks = source.wrong > MOST_WRONG && !clock.instant().isBefore(source.blockedUntil);
            if (blocks) {
                source.blockedSince = clock.instant();
                source.blockedUntil = clock.instant().plus(BLOCKED_FOR);
            }
        }
        if (blocks) {
            LOG.log(Level.WARNING, "{0} is blocked for {1}: too many wrong passwords", new Object[] {
                address.getHostAddress(), BLOCKED_FOR
            });
            tell(Kind.SOURCE_BLOCKED, address, who.toString(), "too many wrong passwords");
        }
    }

    /** Somebody behind that address knows a password: a typing error or two are forgiven. */
    void rightPassword(InetAddress address) {
        Source source = sources.get(Household.of(address));
        if (source != null) {
            synchronized (source) {
                source.wrong = Math.max(0, source.wrong - 1);
            }
        }
    }

    List<BlockedSource> blocked() {
        Instant now = clock.instant();
        return sources.entrySet().stream()
                .filter(entry -> now.isBefore(entry.getValue().blockedUntil))
                .map(entry -> new BlockedSource(
                        entry.getKey().getHostAddress(),
                        "too many wrong passwords",
                        entry.getValue().blockedSince,
                        entry.getValue().blockedUntil))
                .sorted(Comparator.comparing(BlockedSource::since))
                .toList();
    }

    void release(String address) {
        sources.keySet().stream()
                .filter(source -> source.getHostAddress().equals(address))
                .toList()
                .forEach(source -> {
                    sources.remove(source);
                    LOG.log(Level.INFO, "{0} is released", address);
                    tell(Kind.SOURCE_RELEASED, source, "", "released by the operator");
                });
    }

    void sweep() {
        long now = clock.millis();
        Instant instant = clock.instant();
        sources.values().removeIf(source -> {
            synchronized (source) {
                source.decay(now);
                return source.wrong == 0 && !instant.isBefore(source.blockedUntil);
            }
        });
    }

    /** Whoever was forgiven everything goes; else a tenth of those who are not blocked. */
    private void makeRoom() {
        sweep();
        if (sources.size() >= MOST_SOURCES) {
            Instant now = clock.instant();
            sources.entrySet().stream()
                    .filter(entry -> !now.isBefore(entry.getValue().blockedUntil))
                    .limit(MOST_SOURCES / 10)
                    .toList()
                    .forEach(entry -> sources.remove(entry.getKey()));
        }
    }

    int remembered() {
        return sources.size();
    }

    private void tell(Kind kind, InetAddress address, String user, String detail) {
        tells.security(new SecurityEvent(kind, address.getHostAddress(), Text.line(user), detail, clock.instant()));
    }
}
