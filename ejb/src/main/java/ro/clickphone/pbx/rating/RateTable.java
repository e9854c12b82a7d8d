package ro.clickphone.pbx.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The decks in memory: a call is priced without a query. Read anew when one was applied here, and from time to time, since
 * another node may have applied one; when the database is away the old ones go on.
 */
@ApplicationScoped
class RateTable {
    private static final Logger LOG = Logger.getLogger(RateTable.class.getName());
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    @Inject
    private RateStore store;

    @Inject
    private Clock clock;

    private final Map<Long, PrefixIndex> indexes = new ConcurrentHashMap<>();
    private final Map<Long, Destinations> destinations = new ConcurrentHashMap<>();
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicLong changes = new AtomicLong(1);
    private volatile List<Deck> applied = List.of();
    private volatile long seen;
    private volatile Instant readAt = Instant.EPOCH;

    /** The deck in force at that moment. */
    Optional<Deck> deck(Instant at) {
        refreshIfStale();
        List<Deck> known = applied;
        for (int place = known.size() - 1; place >= 0; place--) {
            if (!known.get(place).validFrom().orElse(Instant.MAX).isAfter(at)) {
                return Optional.of(known.get(place));
            }
        }
        return Optional.empty();
    }

    /** The prices of a deck; read once. */
    PrefixIndex index(Deck deck) {
        return indexes.computeIfAbsent(deck.id(), id -> new PrefixIndex(store.tariffs(id)));
    }

    /** The same, to be searched by name. */
    Destinations destinations(Deck deck) {
        return destinations.computeIfAbsent(
                deck.id(), id -> new Destinations(index(deck).tariffs()));
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeckChanged event) {
        changes.incrementAndGet();
    }

    /** One reads; others go on with what there is, and wait only while there is nothing. */
    private void refreshIfStale() {
        if (!isStale()) {
            return;
        }
        boolean mine = reading.tryLock();
        if (!mine && seen == 0) {
            reading.lock();
            mine = true;
        }
        if (mine) {
            try {
                refresh();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "the rate decks could not be read; the old ones go on", e);
                readAt = clock.instant();
            } finally {
                reading.unlock();
            }
        }
    }

    private boolean isStale() {
        return seen < changes.get() || readAt.plus(LOOK_AGAIN).isBefore(clock.instant());
    }

    private void refresh() {
        if (!isStale()) {
            return;
        }
        long wanted = changes.get();
        Instant now = clock.instant();
        List<Deck> fresh = new ArrayList<>(store.applied());
        applied = List.copyOf(fresh);
        seen = wanted;
        readAt = now;
        fresh.stream().filter(deck -> !isLongOver(deck, fresh, now)).forEach(this::index);
        indexes.keySet().removeIf(id -> isNotWanted(id, fresh, now));
        destinations.keySet().removeIf(id -> isNotWanted(id, fresh, now));
    }

    private static boolean isNotWanted(long id, List<Deck> all, Instant now) {
        return all.stream().noneMatch(deck -> deck.id() == id && !isLongOver(deck, all, now));
    }

    /** Replaced for so long that no call of it can go on; a late record reads it once more. */
    private static boolean isLongOver(Deck deck, List<Deck> all, Instant now) {
        Instant dayBefore = now.minus(Duration.ofDays(1));
        return all.subList(all.indexOf(deck) + 1, all.size()).stream()
                .anyMatch(later -> later.validFrom().orElse(Instant.MAX).isBefore(dayBefore));
    }
}
