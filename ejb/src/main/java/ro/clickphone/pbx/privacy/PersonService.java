package ro.clickphone.pbx.privacy;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.List;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.number.NumberPlan;
import ro.clickphone.pbx.recording.CallRecordings;
import ro.clickphone.pbx.voicemail.VoicemailService;

/**
 * What an account keeps of a person who called or was called (GDPR, articles 15 and 17). The ledger and the invoices stay as
 * they are: the law wants them for ten years.
 */
@Stateless
@Guarded(Need.OWN)
public class PersonService {
    /** Rows of one export. */
    public static final int MOST = 50_000;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private CallRecordings recordings;

    @Inject
    private VoicemailService voicemail;

    @Inject
    private Audit audit;

    /** Calls of that person, the newest first, at most {@link #MOST}. */
    public List<KeptCall> calls(AccountId account, Subject person) {
        List<?> rows = db.createNativeQuery("SELECT started_at, direction, source, source_name, destination, taken_by,"
                        + " status, talk_seconds FROM call_detail WHERE account_id = ?1"
                        + " AND (source = ?2 OR destination = ?2 OR taken_by = ?2) ORDER BY started_at DESC")
                .setParameter(1, account.value())
                .setParameter(2, person.asKept())
                .setMaxResults(MOST)
                .getResultList();
        return rows.stream().map(row -> call((Object[]) row)).toList();
    }

    /** The same, to be handed out; that it was is recorded. */
    public List<KeptCall> export(AccountId account, Subject person) {
        List<KeptCall> calls = calls(account, person);
        audit.record(account, new Act("privacy.exported", person.masked(), "", Integer.toString(calls.size())));
        return calls;
    }

    /** The person cannot be found any more, and is not heard any more; calls stay countable. @return how many calls were touched */
    public int mask(AccountId account, Subject person) {
        forgetSounds(account, person);
        int touched = count(account, person);
        mask(account, person, "source", ", source_name = ''");
        mask(account, person, "destination", "");
        mask(account, person, "taken_by", "");
        db.createNativeQuery("UPDATE call_leg SET party = ?3 WHERE account_id = ?1 AND party = ?2")
                .setParameter(1, account.value())
                .setParameter(2, person.asKept())
                .setParameter(3, person.masked())
                .executeUpdate();
        audit.record(account, new Act("privacy.masked", person.masked(), Integer.toString(touched), ""));
        return touched;
    }

    /** A voice is more of a person than her number. */
    private void forgetSounds(AccountId account, Subject person) {
        db.createNativeQuery("SELECT d.call_id FROM call_detail d JOIN call_recording r ON r.account_id = d.account_id"
                        + " AND r.call_id = d.call_id WHERE d.account_id = ?1"
                        + " AND (d.source = ?2 OR d.destination = ?2 OR d.taken_by = ?2)")
                .setParameter(1, account.value())
                .setParameter(2, person.asKept())
                .getResultStream()
                .forEach(call -> recordings.deleteAll(account, CallId.parse((String) call)));
        voicemail.messages(account).stream()
                .filter(message -> NumberPlan.fromCarrier(message.caller())
                        .filter(person.number()::equals)
                        .isPresent())
                .forEach(message -> voicemail.delete(account, message.id()));
    }

    /** A call that she took herself names her twice. */
    private int count(AccountId account, Subject person) {
        return ((Number) db.createNativeQuery("SELECT COUNT(*) FROM call_detail WHERE account_id = ?1"
                                + " AND (source = ?2 OR destination = ?2 OR taken_by = ?2)")
                        .setParameter(1, account.value())
                        .setParameter(2, person.asKept())
                        .getSingleResult())
                .intValue();
    }

    private void mask(AccountId account, Subject person, String column, String more) {
        db.createNativeQuery("UPDATE call_detail SET path = REPLACE(REPLACE(path, ?4, ?3), ?2, ?3), " + column + " = ?3"
                        + more + " WHERE account_id = ?1 AND " + column + " = ?2")
                .setParameter(1, account.value())
                .setParameter(2, person.asKept())
                .setParameter(3, person.masked())
                .setParameter(4, person.number().value())
                .executeUpdate();
    }

    private static KeptCall call(Object[] row) {
        return new KeptCall(
                ((Timestamp) row[0]).toInstant(),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                ((Number) row[7]).longValue());
    }
}
