package ro.clickphone.pbx.world;

import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.UserTransaction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import org.jboss.weld.transaction.spi.TransactionServices;

/**
 * What the container does around a service's method: joins, begins, suspends, commits, rolls back; and tells those who
 * observe an event after success.
 */
final class Transactions implements TransactionServices {
    private final EntityManagerFactory factory;
    private final ThreadLocal<Deque<Running>> open = ThreadLocal.withInitial(ArrayDeque::new);

    private record Running(EntityManager db, List<Synchronization> waiting) {}

    Transactions(EntityManagerFactory factory) {
        this.factory = factory;
    }

    EntityManager current() {
        if (!isTransactionActive()) {
            throw new IllegalStateException("no transaction");
        }
        return open.get().element().db();
    }

    Object run(TransactionAttributeType attribute, Callable<Object> work) throws Exception {
        boolean join = isTransactionActive() && attribute != TransactionAttributeType.REQUIRES_NEW;
        if (join) {
            return joined(work);
        }
        return attribute == TransactionAttributeType.NOT_SUPPORTED ? work.call() : inNew(work);
    }

    /** What a service refuses dooms the caller's transaction, also when the caller catches it. */
    private Object joined(Callable<Object> work) throws Exception {
        try {
            return work.call();
        } catch (RuntimeException e) {
            current().getTransaction().setRollbackOnly();
            throw e;
        }
    }

    private Object inNew(Callable<Object> work) throws Exception {
        Running running = new Running(factory.createEntityManager(), new ArrayList<>());
        open.get().push(running);
        int outcome = Status.STATUS_ROLLEDBACK;
        try {
            running.db().getTransaction().begin();
            Object result = work.call();
            running.db().getTransaction().commit();
            outcome = Status.STATUS_COMMITTED;
            return result;
        } finally {
            if (running.db().getTransaction().isActive()) {
                running.db().getTransaction().rollback();
            }
            open.get().pop();
            running.db().close();
            int ended = outcome;
            running.waiting().forEach(one -> one.afterCompletion(ended));
        }
    }

    @Override
    public void registerSynchronization(Synchronization synchronization) {
        open.get().element().waiting().add(synchronization);
    }

    @Override
    public boolean isTransactionActive() {
        return !open.get().isEmpty();
    }

    @Override
    public UserTransaction getUserTransaction() {
        throw new UnsupportedOperationException("transactions are begun by services");
    }

    @Override
    public void cleanup() {
        open.remove();
    }
}
