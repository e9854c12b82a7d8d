package ro.clickphone.pbx.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.access.Actor;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.access.Token;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Refusal;

/** Keys that open the API: the operator's for every account, a customer's for its own. Only their hashes are kept. */
@Stateless
@Guarded(Need.OWN)
public class ApiKeys {
    /** What a customer's key may be for. */
    public static final Set<Need> OF_CUSTOMERS = EnumSet.of(Need.READ, Need.READ_MONEY, Need.CHANGE);

    public static final int MOST_DAYS = 730;
    private static final int SHORTEST_GIVEN = 32;
    private static final int MOST = 20;
    private static final int LONGEST_NAME = 64;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private AccountService accounts;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** On whose behalf a request with that key acts; empty when nobody has it, or not any more. */
    @Guarded(Need.NOTHING)
    public Optional<Actor> holder(String key, String address) {
        Instant now = clock.instant();
        Optional<ApiKeyEntity> known = Optional.ofNullable(
                        db.find(ApiKeyEntity.class, Token.of(key).sha256()))
                .filter(found -> found.isValid(now));
        known.ifPresent(found -> found.used(now));
        return known.map(found -> found.actor(address));
    }

    @Guarded(Need.OPERATE)
    public boolean isEmpty() {
        return db.createQuery("SELECT COUNT(k) FROM ApiKeyEntity k WHERE k.account IS NULL", Long.class)
                        .getSingleResult()
                == 0;
    }

    /** The operator's first key: the only moment at which it can be read. */
    @Guarded(Need.OPERATE)
    public String create(String name) {
        Token key = Token.random();
        keep(key, name);
        return key.text();
    }

    /** Takes a key that the operator chose; nothing happens when it is known already. */
    @Guarded(Need.OPERATE)
    public void accept(String name, String key) {
        if (key.length() < SHORTEST_GIVEN || Token.of(key).text().isEmpty()) {
            throw new IllegalArgumentException(
                    "an operator's key has at least " + SHORTEST_GIVEN + " characters, this one has " + key.length());
        }
        if (db.find(ApiKeyEntity.class, Token.of(key).sha256()) == null) {
            keep(Token.of(key), name);
        }
    }

    /**
     * A customer's key.
     *
     * @return the key itself, the only time that it can be read
     * @throws Refusal {@code key.name}, {@code key.scopes}, {@code key.days}, {@code key.limit}
     */
    public String create(AccountId account, String name, Set<Need> scopes, int days) {
        String called = name.replaceAll("\\p{Cntrl}+", " ").strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new Refusal("key.name", "name", LONGEST_NAME);
        }
        if (scopes.isEmpty() || !OF_CUSTOMERS.containsAll(scopes)) {
            throw new Refusal("key.scopes", "scopes");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new Refusal("key.days", "days", 1, MOST_DAYS);
        }
        accounts.hold(account);
        if (list(account).size() >= MOST) {
            throw new Refusal("key.limit", "name", MOST);
        }
        Token key = Token.random();
        Instant now = clock.instant();
        db.persist(new ApiKeyEntity(
                        Optional.of(account), key, called, scopes, Acting.now().name(), now)
                .until(now.plus(Duration.ofDays(days))));
        audit.record(account, new Act("key.created", called, "", scopes + ", " + days + " d"));
        return key.text();
    }

    /** The newest first. */
    public List<ApiKey> list(AccountId account) {
        return db.createQuery(
                        "SELECT k FROM ApiKeyEntity k WHERE k.account = :account ORDER BY k.createdAt DESC",
                        ApiKeyEntity.class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(ApiKeyEntity::asKey)
                .toList();
    }

    /** It opens nothing any more. Nothing happens when it is another account's. */
    public void revoke(AccountId account, String id) {
        Optional.ofNullable(db.find(ApiKeyEntity.class, id))
                .filter(key -> key.isOf(account))
                .ifPresent(key -> {
                    db.remove(key);
                    audit.record(account, Act.of("key.revoked", key.asKey().name()));
                });
    }

    private void keep(Token key, String name) {
        db.persist(new ApiKeyEntity(
                Optional.empty(),
                key,
                name,
                EnumSet.allOf(Need.class),
                Acting.now().name(),
                clock.instant()));
    }
}
