package ro.clickphone.pbx.rating;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Refusal;

/** The price lists: what a number costs, what everybody may look up, and how the operator brings a new list. */
@Stateless
@Guarded(Need.OPERATE)
public class RateService {
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");
    private static final int LONGEST_NAME = 80;

    @Inject
    private RateStore store;

    @Inject
    private RateTable table;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<DeckChanged> changed;

    /**
     * What a call costs that begins at that moment; empty when nobody has set a price for it.
     *
     * @param number E.164, or a short number of Romania
     */
    @Guarded(Need.NOTHING)
    public Optional<Tariff> tariff(String number, Instant at) {
        return table.deck(at).flatMap(deck -> table.index(deck).find(Digits.of(number)));
    }

    /** Today's price of a number that somebody typed, in whatever form people write numbers. */
    @Guarded(Need.NOTHING)
    public Optional<Tariff> lookUp(String typed) {
        return Digits.typed(typed).flatMap(digits -> table.deck(clock.instant())
                .flatMap(deck -> table.index(deck).find(digits)));
    }

    /** Today's destinations whose name or country has these words, in either language; by name. */
    @Guarded(Need.NOTHING)
    public List<PricedDestination> search(String words, int most) {
        return table.deck(clock.instant())
                .map(deck -> table.destinations(deck).search(words, most))
                .orElse(List.of());
    }

    /** Newest first; those staged and those planned too. */
    public List<Deck> decks() {
        return store.decks();
    }

    /** The one in force now. */
    public Optional<Deck> inForce() {
        return table.deck(clock.instant());
    }

    /**
     * Reads a file and keeps it aside, with what it would change; one wrong line, and nothing is kept.
     *
     * @param validFrom the day from whose beginning it counts; empty for at once
     * @throws Refusal {@code rating.deck.name}, {@code rating.deck.past}, {@code rating.file.tooLarge} and the like
     */
    public Import stage(String name, Optional<LocalDate> validFrom, byte[] file) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal("rating.deck.name", "name", LONGEST_NAME);
        }
        Instant now = clock.instant();
        Optional<Instant> from = validFrom.map(day -> day.atStartOfDay(ZONE).toInstant());
        if (from.filter(start -> start.isBefore(now)).isPresent()) {
            throw new Refusal("rating.deck.past", "validFrom");
        }
        DeckFile read = DeckFile.read(file);
        List<Tariff> before = table.deck(from.orElse(now))
                .map(deck -> table.index(deck).tariffs())
                .orElse(List.of());
        Optional<Deck> staged =
                read.wrong() > 0 ? Optional.empty() : Optional.of(store.stage(name.strip(), from, now, read.tariffs()));
        return new Import(staged, DeckChange.between(before, read.tariffs()), read.errors(), read.wrong());
    }

    /** What a staged or planned deck changes against the one that would be in force otherwise. @throws NotFound {@code rating.deck.unknown} */
    public DeckChange change(long id) {
        Deck known = deck(id);
        List<Tariff> before = table.deck(known.validFrom().orElse(clock.instant()))
                .filter(other -> other.id() != id)
                .map(deck -> table.index(deck).tariffs())
                .orElse(List.of());
        return DeckChange.between(before, store.tariffs(id));
    }

    /**
     * From its day on, or at once, this is what calls cost.
     *
     * @throws NotFound {@code rating.deck.unknown}
     * @throws Refusal {@code rating.deck.applied}
     */
    public void apply(long deck) {
        Deck known = staged(deck);
        Instant now = clock.instant();
        Instant from = known.validFrom().filter(start -> start.isAfter(now)).orElse(now);
        store.apply(deck, from, now);
        audit.record(new Act("rating.applied", known.name(), "", from.toString()));
        changed.fire(new DeckChanged());
    }

    /** Throws a staged deck away. @throws NotFound {@code rating.deck.unknown} @throws Refusal {@code rating.deck.applied} */
    public void discard(long deck) {
        Deck known = staged(deck);
        store.remove(deck);
        audit.record(Act.of("rating.discarded", known.name()));
    }

    /**
     * A planned deck is not wanted any more.
     *
     * @throws NotFound {@code rating.deck.unknown}
     * @throws Refusal {@code rating.deck.inForce} once its day has come: calls were priced by it
     */
    public void withdraw(long deck) {
        Deck known = deck(deck);
        if (known.validFrom().filter(start -> start.isAfter(clock.instant())).isEmpty()) {
            throw new Refusal("rating.deck.inForce", "");
        }
        store.remove(deck);
        audit.record(Act.of("rating.withdrawn", known.name()));
        changed.fire(new DeckChanged());
    }

    private Deck staged(long id) {
        Deck known = deck(id);
        if (known.state() != Deck.State.STAGED) {
            throw new Refusal("rating.deck.applied", "");
        }
        return known;
    }

    private Deck deck(long id) {
        return store.deck(id).orElseThrow(() -> new NotFound("rating.deck.unknown", id));
    }
}
