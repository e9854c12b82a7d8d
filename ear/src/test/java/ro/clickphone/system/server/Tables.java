package ro.clickphone.system.server;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.metamodel.EntityType;
import java.util.List;

/** Goes into the EJB jar of the tested EAR: only there is the persistence unit to be had. */
@Stateless
public class Tables {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    /** Reads from the table of each entity, or throws. @return how many entities there are */
    public int readAll() {
        for (EntityType<?> entity : db.getMetamodel().getEntities()) {
            db.createQuery("SELECT e FROM " + entity.getName() + " e")
                    .setMaxResults(2)
                    .getResultList();
        }
        return db.getMetamodel().getEntities().size();
    }

    /** How many records of calls went this way. */
    public long callsBy(String path) {
        return db.createQuery("SELECT COUNT(c) FROM CallDetailEntity c WHERE c.path = :path", Long.class)
                .setParameter("path", path)
                .getSingleResult();
    }

    /** The names of the scheduler's triggers that will fire again. */
    public List<?> waitingTriggers() {
        return db.createNativeQuery(
                        "SELECT trigger_name FROM QRTZ_TRIGGERS WHERE trigger_state IN ('WAITING', 'ACQUIRED')")
                .getResultList();
    }
}
