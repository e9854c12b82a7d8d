package ro.clickphone.pbx.catalogue;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;

/** Where the operator sees how far a month's fees have come, and stops them or lets them go on. */
@Stateless
@Guarded(Need.OPERATE)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RunBoard {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** How far it is. @param planned how many there were to do */
    public record Progress(YearMonth month, State state, long planned, long done, long pastDue) {}

    /** What it does. */
    public enum State {
        RUNNING,
        STOPPED,
        DONE
    }

    /** The newest months first. */
    public List<Progress> list(int most) {
        return db
                .createNativeQuery("SELECT month, state, planned, done, past_due FROM monthly_run ORDER BY month DESC")
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> progress((Object[]) row))
                .toList();
    }

    public Optional<Progress> progress(YearMonth month) {
        return list(Integer.MAX_VALUE).stream()
                .filter(one -> one.month().equals(month))
                .findFirst();
    }

    /** The month after the last one that was ended before {@code now}; {@code now} itself when there was no run before. */
    public YearMonth firstUnfinished(YearMonth now) {
        List<Progress> before = list(Integer.MAX_VALUE).stream()
                .filter(run -> run.month().isBefore(now))
                .toList();
        return before.stream()
                .filter(run -> run.state() == State.DONE)
                .findFirst()
                .map(run -> run.month().plusMonths(1))
                .or(() -> before.stream().reduce((newer, oldest) -> oldest).map(Progress::month))
                .orElse(now);
    }

    public boolean isDone(YearMonth month) {
        return progress(month).filter(run -> run.state() == State.DONE).isPresent();
    }

    /** Ends the run after the batch that it is in; it does not begin again by itself. */
    public void stop(YearMonth month) {
        say(month, State.STOPPED);
        audit.record(Act.of("fees.stopped", month.toString()));
    }

    /** The next look of the clock, within minutes, goes on with it. */
    public void release(YearMonth month) {
        say(month, State.RUNNING);
        audit.record(Act.of("fees.released", month.toString()));
    }

    /** @return whether it may begin: not when the operator stopped it */
    public boolean begin(YearMonth month, long waiting) {
        db.createNativeQuery("INSERT INTO monthly_run (month, state, planned, done, past_due, started_at, beat_at)"
                        + " VALUES (?1, 'RUNNING', ?2, 0, 0, ?3, ?3) ON DUPLICATE KEY UPDATE"
                        + " state = IF(state = 'STOPPED', state, 'RUNNING'), planned = done + ?2, beat_at = ?3")
                .setParameter(1, Months.number(month))
                .setParameter(2, waiting)
                .setParameter(3, Timestamp.from(clock.instant()))
                .executeUpdate();
        return goesOn(month);
    }

    public boolean goesOn(YearMonth month) {
        return progress(month).filter(one -> one.state() != State.STOPPED).isPresent();
    }

    public void count(YearMonth month, int done, int pastDue) {
        db.createNativeQuery("UPDATE monthly_run SET done = done + ?2, past_due = past_due + ?3, beat_at = ?4"
                        + " WHERE month = ?1")
                .setParameter(1, Months.number(month))
                .setParameter(2, done)
                .setParameter(3, pastDue)
                .setParameter(4, Timestamp.from(clock.instant()))
                .executeUpdate();
    }

    /** @param left what still waits; done when that is nothing */
    public void end(YearMonth month, long left) {
        if (left == 0) {
            say(month, State.DONE);
        }
    }

    private void say(YearMonth month, State state) {
        db.createNativeQuery("UPDATE monthly_run SET state = ?2 WHERE month = ?1")
                .setParameter(1, Months.number(month))
                .setParameter(2, state.name())
                .executeUpdate();
    }

    private static Progress progress(Object[] row) {
        return new Progress(
                Months.of(((Number) row[0]).intValue()),
                State.valueOf((String) row[1]),
                ((Number) row[2]).longValue(),
                ((Number) row[3]).longValue(),
                ((Number) row[4]).longValue());
    }
}
