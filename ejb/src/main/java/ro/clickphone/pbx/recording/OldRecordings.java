package ro.clickphone.pbx.recording;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.kernel.AccountId;

/** Recordings go when their time is over: ninety days, or fewer where the customer wants so. */
@Stateless
@Guarded(Need.OPERATE)
public class OldRecordings {
    private static final int MOST_REMOVED = 1000;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private TalkFiles files;

    @Inject
    private Clock clock;

    /** Some of what is older goes. @return how many; zero when there is nothing left */
    public int forgetSome() {
        List<?> old = db.createNativeQuery("SELECT r.account_id, r.call_id, r.part FROM call_recording r"
                        + " LEFT JOIN recording_setting s ON s.account_id = r.account_id"
                        + " WHERE r.started_at < TIMESTAMPADD(DAY, -COALESCE(s.kept_days, " + RecordingRule.MOST_DAYS
                        + "), ?1) ORDER BY r.started_at LIMIT " + MOST_REMOVED)
                .setParameter(1, Timestamp.from(clock.instant()))
                .getResultList();
        for (Object row : old) {
            Object[] key = (Object[]) row;
            AccountId account = new AccountId(((Number) key[0]).longValue());
            Take take = new Take(CallId.parse((String) key[1]), ((Number) key[2]).intValue());
            db.remove(db.find(CallRecordingEntity.class, new CallRecordingEntity.Key(account, take)));
            files.delete(account, take);
        }
        return old.size();
    }
}
