package ro.clickphone.pbx.privacy;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;

/** Call records lose the other party when their time is over (decisions: 36 months); the calls stay countable. */
@Stateless
@Guarded(Need.OPERATE)
public class Retention {
    static final Period NAMED = Period.ofMonths(36);
    private static final int MOST_AT_ONCE = 5_000;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Clock clock;

    /** Some of the records whose time is over. @return how many; zero when there is none left */
    public int maskSomeOld() {
        Timestamp before = Timestamp.from(
                clock.instant().atOffset(ZoneOffset.UTC).minus(NAMED).toInstant());
        db.createNativeQuery("UPDATE call_leg SET party = CONCAT(LEFT(party, 4), '***')"
                        + " WHERE started_at < ?1 AND CHAR_LENGTH(party) > 7 AND party NOT LIKE '%***'")
                .setParameter(1, before)
                .executeUpdate();
        return db.createNativeQuery("UPDATE call_detail SET"
                        + " source = IF(CHAR_LENGTH(source) > 7, CONCAT(LEFT(source, 4), '***'), source),"
                        + " source_name = IF(direction = 'RECEIVED', '', source_name),"
                        + " destination = IF(direction = 'PLACED', CONCAT(LEFT(destination, 4), '***'), destination),"
                        + " taken_by = IF(taken_by REGEXP '^[+]?[0-9]{7,}', CONCAT(LEFT(taken_by, 4), '***'), taken_by),"
                        + " path = REGEXP_REPLACE(path, '[+]?[0-9]{7,}', '***')"
                        + " WHERE started_at < ?1 AND ((direction = 'RECEIVED' AND source <> '' AND source NOT LIKE '%***')"
                        + " OR (direction = 'PLACED' AND destination NOT LIKE '%***')"
                        + " OR taken_by REGEXP '^[+]?[0-9]{7,}') ORDER BY started_at LIMIT "
                        + MOST_AT_ONCE)
                .setParameter(1, before)
                .executeUpdate();
    }
}
