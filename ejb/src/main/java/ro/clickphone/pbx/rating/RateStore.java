package ro.clickphone.pbx.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.number.NumberClass;

/** The decks in the database. Rows go in and out by the hundred: a deck has a hundred thousand of them. */
@ApplicationScoped
@Transactional
class RateStore {
    private static final int ROWS_AT_ONCE = 5_000;
    private static final String DECKS = "SELECT deck_id, name, state, valid_from, staged_at, prefixes FROM rate_deck";

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    /** Newest first. */
    List<Deck> decks() {
        return decks(db.createNativeQuery(DECKS + " ORDER BY deck_id DESC").setMaxResults(100));
    }

    /** Those that are or will be in force. */
    List<Deck> applied() {
        return decks(db.createNativeQuery(DECKS + " WHERE state = 'APPLIED' ORDER BY valid_from, deck_id"));
    }

    Optional<Deck> deck(long id) {
        return decks(db.createNativeQuery(DECKS + " WHERE deck_id = ?1 FOR UPDATE")
                        .setParameter(1, id))
                .stream()
                .findFirst();
    }

    /** By prefix. */
    List<Tariff> tariffs(long deck) {
        List<?> rows = db.createNativeQuery(
                        "SELECT prefix, destination, number_class, per_minute, connection, first_seconds, next_seconds,"
                                + " minimum_seconds FROM rate WHERE deck_id = ?1 ORDER BY prefix")
                .setParameter(1, deck)
                .getResultList();
        return rows.stream().map(row -> tariff((Object[]) row)).toList();
    }

    Deck stage(String name, Optional<Instant> validFrom, Instant now, List<Tariff> tariffs) {
        db.createNativeQuery("INSERT INTO rate_deck (name, state, valid_from, staged_at, prefixes)"
                        + " VALUES (?1, 'STAGED', ?2, ?3, ?4)")
                .setParameter(1, name)
                .setParameter(2, validFrom.map(Timestamp::from).orElse(null))
                .setParameter(3, Timestamp.from(now))
                .setParameter(4, tariffs.size())
                .executeUpdate();
        long id = ((Number) db.createNativeQuery("SELECT LAST_INSERT_ID()").getSingleResult()).longValue();
        for (int from = 0; from < tariffs.size(); from += ROWS_AT_ONCE) {
            insert(id, tariffs.subList(from, Math.min(tariffs.size(), from + ROWS_AT_ONCE)));
        }
        return new Deck(id, name, Deck.State.STAGED, validFrom, now, tariffs.size());
    }

    void apply(long deck, Instant validFrom, Instant now) {
        db.createNativeQuery("UPDATE rate_deck SET state = 'APPLIED', valid_from = ?2, applied_at = ?3"
                        + " WHERE deck_id = ?1")
                .setParameter(1, deck)
                .setParameter(2, Timestamp.from(validFrom))
                .setParameter(3, Timestamp.from(now))
                .executeUpdate();
    }

    void remove(long deck) {
        db.createNativeQuery("DELETE FROM rate_deck WHERE deck_id = ?1")
                .setParameter(1, deck)
                .executeUpdate();
    }

    /** As one text: thousands of parameters would take minutes to bind. */
    private void insert(long deck, List<Tariff> some) {
        String rows = some.stream().map(RateStore::asJson).collect(Collectors.joining(",", "[", "]"));
        db.createNativeQuery("INSERT INTO rate (deck_id, prefix, destination, number_class, per_minute, connection,"
                        + " first_seconds, next_seconds, minimum_seconds) SELECT ?1, j.* FROM JSON_TABLE(?2, '$[*]'"
                        + " COLUMNS (prefix VARCHAR(15) PATH '$[0]', destination VARCHAR(80) PATH '$[1]',"
                        + " number_class VARCHAR(16) PATH '$[2]', per_minute BIGINT PATH '$[3]',"
                        + " connection BIGINT PATH '$[4]', first_seconds INT PATH '$[5]',"
                        + " next_seconds INT PATH '$[6]', minimum_seconds INT PATH '$[7]')) j")
                .setParameter(1, deck)
                .setParameter(2, rows)
                .executeUpdate();
    }

    /** A name has no control characters: the file's reader sees to it. */
    private static String asJson(Tariff tariff) {
        return "[\"%s\",\"%s\",\"%s\",%d,%d,%d,%d,%d]"
                .formatted(
                        tariff.prefix(),
                        tariff.destination().replace("\\", "\\\\").replace("\"", "\\\""),
                        tariff.numberClass(),
                        tariff.perMinute().micros(),
                        tariff.connection().micros(),
                        tariff.increments().first(),
                        tariff.increments().next(),
                        tariff.increments().minimum());
    }

    private static List<Deck> decks(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> deck((Object[]) row)).toList();
    }

    private static Deck deck(Object[] row) {
        return new Deck(
                ((Number) row[0]).longValue(),
                (String) row[1],
                Deck.State.valueOf((String) row[2]),
                Optional.ofNullable((Timestamp) row[3]).map(Timestamp::toInstant),
                ((Timestamp) row[4]).toInstant(),
                ((Number) row[5]).intValue());
    }

    private static Tariff tariff(Object[] row) {
        return new Tariff(
                (String) row[0],
                (String) row[1],
                NumberClass.valueOf((String) row[2]),
                new Money(((Number) row[3]).longValue()),
                new Money(((Number) row[4]).longValue()),
                new Increments(
                        ((Number) row[5]).intValue(), ((Number) row[6]).intValue(), ((Number) row[7]).intValue()));
    }
}
