package ro.clickphone.pbx.number;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.vault.Vault;

/** The public numbers of customers, and the trunks of the operator. */
@Stateless
@Guarded(Need.OPERATE)
public class NumberService {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private AccountService accounts;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccountChanged> changed;

    @Inject
    private Event<TrunksChanged> trunksChanged;

    /** The account's numbers; the one that it had first comes first, and is shown to those it calls. */
    @Guarded(Need.READ)
    public List<Did> list(AccountId account) {
        return db.createQuery(
                        "SELECT d FROM DidEntity d WHERE d.account = :account ORDER BY d.createdAt, d.number",
                        DidEntity.class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(DidEntity::asDid)
                .toList();
    }

    /** Who owns that number; for the exchange, which looks up whom a call from a trunk is for. */
    public Optional<Did> owner(E164 number) {
        return Optional.ofNullable(db.find(DidEntity.class, number.value())).map(DidEntity::asDid);
    }

    /**
     * Gives the account a number.
     *
     * @throws Refusal {@code number.form} or {@code number.taken}
     * @throws NotFound {@code account.unknown} or {@code trunk.unknown}
     */
    public Did add(AccountId account, String number, TrunkId trunk) {
        accounts.find(account);
        trunk(trunk);
        E164 wanted = NumberPlan.fromCarrier(number).orElseThrow(() -> new Refusal("number.form", "number", number));
        if (owner(wanted).isPresent()) {
            throw new Refusal("number.taken", "number", wanted);
        }
        DidEntity did = new DidEntity(account, wanted, trunk, clock.instant());
        db.persist(did);
        db.flush();
        changed.fire(new AccountChanged(account));
        return did.asDid();
    }

    /** @throws NotFound {@code number.unknown}, also when another account owns it */
    public void remove(AccountId account, E164 number) {
        DidEntity did = Optional.ofNullable(db.find(DidEntity.class, number.value()))
                .filter(known -> known.asDid().account().equals(account))
                .orElseThrow(() -> new NotFound("number.unknown", number));
        db.remove(did);
        changed.fire(new AccountChanged(account));
    }

    /** All trunks, by id. */
    public List<TrunkConfig> trunks() {
        return db.createQuery("SELECT t FROM TrunkEntity t ORDER BY t.id", TrunkEntity.class)
                .getResultStream()
                .map(trunk -> trunk.asConfig(vault))
                .toList();
    }

    /** @throws NotFound {@code trunk.unknown} */
    public TrunkConfig trunk(TrunkId id) {
        return entity(id).asConfig(vault);
    }

    /** @throws Refusal {@code trunk.sourceTaken} when another trunk has one of the sources, or {@code trunk.reserve} */
    public TrunkConfig addTrunk(NewTrunk order) {
        fits(order, trunks());
        TrunkEntity trunk = new TrunkEntity(order, vault);
        db.persist(trunk);
        db.flush();
        trunksChanged.fire(new TrunksChanged());
        return trunk.asConfig(vault);
    }

    /** @throws Refusal {@code trunk.sourceTaken} when another trunk has one of the sources, or {@code trunk.reserve} */
    public TrunkConfig changeTrunk(TrunkId id, NewTrunk order) {
        TrunkEntity trunk = entity(id);
        fits(order, trunks().stream().filter(other -> !other.id().equals(id)).toList());
        trunk.become(order, vault);
        trunksChanged.fire(new TrunksChanged());
        return trunk.asConfig(vault);
    }

    /** @throws Refusal {@code trunk.used} while a number comes in by it, {@code trunk.relieves} while it is a reserve */
    public void removeTrunk(TrunkId id) {
        TrunkEntity trunk = entity(id);
        long numbers = db.createQuery("SELECT COUNT(d) FROM DidEntity d WHERE d.trunk = :trunk", Long.class)
                .setParameter("trunk", id.value())
                .getSingleResult();
        if (numbers > 0) {
            throw new Refusal("trunk.used", "", numbers);
        }
        trunks().stream()
                .filter(other -> !other.id().equals(id)
                        && other.reserve().filter(id::equals).isPresent())
                .findFirst()
                .ifPresent(other -> {
                    throw new Refusal("trunk.relieves", "", other.name());
                });
        db.remove(trunk);
        trunksChanged.fire(new TrunksChanged());
    }

    private TrunkEntity entity(TrunkId id) {
        return Optional.ofNullable(db.find(TrunkEntity.class, id.value()))
                .orElseThrow(() -> new NotFound("trunk.unknown", id.value()));
    }

    private static void fits(NewTrunk order, List<TrunkConfig> others) {
        order.reserve().ifPresent(reserve -> {
            if (others.stream().noneMatch(other -> other.id().equals(reserve))) {
                throw new Refusal("trunk.reserve", "reserve");
            }
        });
        for (TrunkConfig other : others) {
            for (String source : order.sources()) {
                if (other.sources().contains(source)) {
                    throw new Refusal("trunk.sourceTaken", "sources", source, other.name());
                }
            }
        }
    }
}
