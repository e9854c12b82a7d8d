package ro.clickphone.pbx.extension;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.Binding;
import ro.clickphone.engine.api.BindingChange;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;

/** Keeps what the engine's registrar knows, so that phones need not register again after a restart. */
@Stateless
@Guarded(Need.OPERATE)
public class RegistrationService {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Clock clock;

    /**
     * In one transaction; a batch that comes twice changes nothing. A refresh is not written: a row stands as long as
     * the engine does not tell that it is gone, and what its expiry may be after a stop is reckoned at the start (ADR 9).
     */
    public void store(List<BindingChange> changes) {
        changes.forEach(this::store);
    }

    /** All rows, of all customers, with the expiry of their last change: what the engine is given at its start. */
    public List<Binding> stored() {
        return db.createQuery("SELECT r FROM RegistrationEntity r", RegistrationEntity.class)
                .getResultStream()
                .map(entity -> entity.asRegistration().binding())
                .toList();
    }

    /**
     * At the start, before the engine asks: each device may have refreshed as late as the exchange lived, and has until
     * a lifetime after that to do it again; those whose lifetime is over since then are forgotten.
     */
    public void takeOver() {
        Instant now = clock.instant();
        ExchangeAliveEntity alive = db.find(ExchangeAliveEntity.class, ExchangeAliveEntity.ONLY);
        Instant stopped = alive.stoppedBefore(now);
        db.createQuery("SELECT r FROM RegistrationEntity r", RegistrationEntity.class)
                .getResultStream()
                .forEach(row -> {
                    row.aliveAt(stopped);
                    if (row.isOver(now)) {
                        db.remove(row);
                    }
                });
        alive.seen(now);
    }

    /** Each minute: the exchange lives, and what is stored as registered is. */
    public void alive() {
        db.find(ExchangeAliveEntity.class, ExchangeAliveEntity.ONLY).seen(clock.instant());
    }

    /** The account's devices, by extension, the latest first, with the expiry of their last change. */
    @Guarded(Need.READ)
    public Page<Registration> list(AccountId account, PageRequest page) {
        List<Registration> items = db.createQuery(
                        "SELECT r FROM RegistrationEntity r WHERE r.key.account = :account"
                                + " ORDER BY r.key.extension, r.registeredAt DESC",
                        RegistrationEntity.class)
                .setParameter("account", account.value())
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(RegistrationEntity::asRegistration)
                .toList();
        long total = db.createQuery(
                        "SELECT COUNT(r) FROM RegistrationEntity r WHERE r.key.account = :account", Long.class)
                .setParameter("account", account.value())
                .getSingleResult();
        return new Page<>(items, total);
    }

    private void store(BindingChange change) {
        if (change instanceof BindingChange.Stored stored) {
            keyOf(change).filter(key -> extensionExists(change.who())).ifPresent(key -> store(key, stored.binding()));
        } else if (change instanceof BindingChange.Removed) {
            find(change).ifPresent(db::remove);
        }
    }

    private void store(RegistrationKey key, Binding binding) {
        RegistrationEntity known = db.find(RegistrationEntity.class, key);
        if (known == null) {
            known = new RegistrationEntity(key);
            known.store(binding);
            db.persist(known);
        } else {
            known.store(binding);
        }
    }

    private Optional<RegistrationEntity> find(BindingChange change) {
        return keyOf(change).map(key -> db.find(RegistrationEntity.class, key));
    }

    private static Optional<RegistrationKey> keyOf(BindingChange change) {
        return SipUser.parse(change.who().user()).map(user -> new RegistrationKey(user, change.key()));
    }

    /** The extension may be gone by the time that its phone's last registration is told. */
    private boolean extensionExists(SipIdentity who) {
        return SipUser.parse(who.user())
                .map(user -> db.find(ExtensionEntity.class, new ExtensionKey(user.account(), user.extension())))
                .isPresent();
    }
}
