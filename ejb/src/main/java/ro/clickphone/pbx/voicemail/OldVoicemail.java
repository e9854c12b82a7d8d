package ro.clickphone.pbx.voicemail;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.prompt.SpokenMessages;
import ro.clickphone.pbx.vault.Vault;

/** Messages are kept for thirty days. */
@Stateless
@Guarded(Need.OPERATE)
public class OldVoicemail {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST_REMOVED = 1000;
    private static final int AT_ONCE = 20;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private SpokenMessages sounds;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    /** What an older version left in clear, in the database and where the engine played it. @return how many */
    public int sealSome() {
        List<?> clear = db.createNativeQuery(
                        "SELECT id FROM voicemail_message WHERE LEFT(wav, 4) = CAST('RIFF' AS BINARY) LIMIT " + AT_ONCE)
                .getResultList();
        for (Object id : clear) {
            VoicemailEntity message = db.find(VoicemailEntity.class, ((Number) id).longValue());
            message.seal(vault);
            sounds.hide(message.sha256());
        }
        return clear.size();
    }

    /** What is older goes. @return how many */
    public int forget() {
        Instant before = clock.instant().minus(KEPT);
        List<Object[]> old = db.createQuery(
                        "SELECT v.id, v.sha256 FROM VoicemailEntity v WHERE v.recordedAt < :before ORDER BY v.id",
                        Object[].class)
                .setParameter("before", before)
                .setMaxResults(MOST_REMOVED)
                .getResultList();
        for (Object[] row : old) {
            db.createQuery("DELETE FROM VoicemailEntity v WHERE v.id = :id")
                    .setParameter("id", row[0])
                    .executeUpdate();
            sounds.hide((String) row[1]);
        }
        return old.size();
    }
}
