package ro.clickphone.pbx.catalogue;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.TrunkId;

/** Public numbers that nobody has yet. */
final class NumberStock {
    private final EntityManager db;

    /** @param trunk by which calls to it come in */
    record Free(String number, TrunkId trunk) {}

    NumberStock(EntityManager db) {
        this.db = db;
    }

    /** Takes one out, if there is one; two that take at once never take the same. */
    Optional<Free> take() {
        List<?> rows = db.createNativeQuery(
                        "SELECT number, trunk_id FROM number_stock ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED")
                .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Object[] row = (Object[]) rows.get(0);
        db.createNativeQuery("DELETE FROM number_stock WHERE number = ?1")
                .setParameter(1, row[0])
                .executeUpdate();
        return Optional.of(new Free((String) row[0], new TrunkId(((Number) row[1]).longValue())));
    }

    /** Puts one in; known already it stays. */
    void put(Free number) {
        db.createNativeQuery("INSERT IGNORE INTO number_stock (number, trunk_id) VALUES (?1, ?2)")
                .setParameter(1, number.number())
                .setParameter(2, number.trunk().value())
                .executeUpdate();
    }
}
