package ro.clickphone.pbx.catalogue;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.kernel.AccountId;

/** Who was told of a low credit already; under the lock of the account's wallet. */
@Stateless
@Guarded(Need.FINANCE)
public class CreditWarnings {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    /** @return whether this is the first time since {@link #forget} */
    public boolean note(AccountId account) {
        return db.createNativeQuery("INSERT IGNORE INTO credit_warning (account_id, told_at)"
                                + " VALUES (?1, UTC_TIMESTAMP(6))")
                        .setParameter(1, account.value())
                        .setFlushMode(FlushModeType.COMMIT)
                        .executeUpdate()
                == 1;
    }

    /** The credit is enough again. */
    public void forget(AccountId account) {
        db.createNativeQuery("DELETE FROM credit_warning WHERE account_id = ?1")
                .setParameter(1, account.value())
                .executeUpdate();
    }
}
