package ro.clickphone.pbx.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.kernel.RandomText;

/**
 * The keys that open the operators' API. Of a key only its SHA-256 is kept: a random key of 256 bits needs no slow hash,
 * and looking up the hash of what was sent tells nothing about the key by its time.
 */
@Stateless
@Guarded(Need.OPERATE)
public class OperatorKeys {
    private static final int LENGTH = 45;
    private static final int SHORTEST_GIVEN = 32;
    private static final int LONGEST = 256;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Clock clock;

    /** Who holds that key, for the log; empty when nobody does. */
    @Guarded(Need.NOTHING)
    public Optional<String> holder(String key) {
        return key.length() > LONGEST
                ? Optional.empty()
                : Optional.ofNullable(db.find(OperatorKeyEntity.class, sha256(key)))
                        .map(OperatorKeyEntity::holder);
    }

    public boolean isEmpty() {
        return db.createQuery("SELECT COUNT(k) FROM OperatorKeyEntity k", Long.class)
                        .getSingleResult()
                == 0;
    }

    /** A new random key: the only moment at which it can be read. */
    public String create(String name) {
        String key = RandomText.of(LENGTH);
        accept(name, key);
        return key;
    }

    /** Takes a key that the operator chose; nothing happens when it is known already. */
    public void accept(String name, String key) {
        if (key.length() < SHORTEST_GIVEN || key.length() > LONGEST) {
            throw new IllegalArgumentException("an operator's key has from " + SHORTEST_GIVEN + " to " + LONGEST
                    + " characters, this one has " + key.length());
        }
        if (holder(key).isEmpty()) {
            db.persist(new OperatorKeyEntity(sha256(key), name, clock.instant()));
        }
    }

    private static String sha256(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks SHA-256", e);
        }
    }
}
