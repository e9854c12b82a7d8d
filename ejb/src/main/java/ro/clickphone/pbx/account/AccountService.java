package ro.clickphone.pbx.account;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.kernel.Refusal;

/** Customers. */
@Stateless
@Guarded(Need.OPERATE)
public class AccountService {
    /** The first number given to a customer whose number the operator does not choose. */
    private static final long FIRST_FREE = 60_000;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Clock clock;

    @Inject
    private Audit audit;

    @Inject
    private Event<AccountChanged> changed;

    /** Creates a customer under the next free number; two who come in the same moment get one after the other. */
    public Account create(NewAccount order) {
        locked("SELECT a FROM AccountEntity a ORDER BY a.id");
        long highest = locked("SELECT a FROM AccountEntity a ORDER BY a.id DESC")
                .map(account -> account.asAccount().id().value())
                .orElse(0L);
        return create(new AccountId(Math.max(highest + 1, FIRST_FREE)), order);
    }

    /** The first of them; the oldest account's row stands for the right to take a number. */
    private Optional<AccountEntity> locked(String query) {
        return db
                .createQuery(query, AccountEntity.class)
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** @throws Refusal {@code account.taken} when there is one of that number */
    public Account create(AccountId id, NewAccount order) {
        if (exists(id)) {
            throw new Refusal("account.taken", "id", id);
        }
        AccountEntity account = new AccountEntity(id, order, clock.instant());
        db.persist(account);
        db.flush();
        audit.record(id, Act.of("account.created", order.name()));
        changed.fire(new AccountChanged(id));
        return account.asAccount();
    }

    @Guarded(Need.KNOW)
    public boolean exists(AccountId id) {
        return db.find(AccountEntity.class, id.value()) != null;
    }

    /** @throws NotFound {@code account.unknown} */
    @Guarded(Need.KNOW)
    public Account find(AccountId id) {
        return Optional.ofNullable(db.find(AccountEntity.class, id.value()))
                .orElseThrow(() -> new NotFound("account.unknown", id))
                .asAccount();
    }

    /**
     * The account, held against others until the transaction ends: what counts before it adds goes one after another.
     *
     * @throws NotFound {@code account.unknown}
     */
    @Guarded(Need.READ_MONEY)
    public Account hold(AccountId id) {
        return Optional.ofNullable(db.find(AccountEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new NotFound("account.unknown", id))
                .asAccount();
    }

    /** Customers whose name or number contains that; for the back office, a customer never sees another. */
    @Guarded(Need.FINANCE)
    public Page<Account> search(String text, PageRequest page) {
        String chosen =
                " FROM AccountEntity a WHERE a.name LIKE :text ESCAPE '!' OR CONCAT(a.id, '') LIKE :text ESCAPE '!'";
        String pattern =
                "%" + text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        List<Account> accounts = db.createQuery("SELECT a" + chosen + " ORDER BY a.id", AccountEntity.class)
                .setParameter("text", pattern)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(AccountEntity::asAccount)
                .toList();
        long total = db.createQuery("SELECT COUNT(a)" + chosen, Long.class)
                .setParameter("text", pattern)
                .getSingleResult();
        return new Page<>(accounts, total);
    }

    /** All customers, by number; for the back office. */
    @Guarded(Need.FINANCE)
    public Page<Account> list(PageRequest page) {
        List<Account> accounts = db.createQuery("SELECT a FROM AccountEntity a ORDER BY a.id", AccountEntity.class)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(AccountEntity::asAccount)
                .toList();
        long total = db.createQuery("SELECT COUNT(a) FROM AccountEntity a", Long.class)
                .getSingleResult();
        return new Page<>(accounts, total);
    }
}
