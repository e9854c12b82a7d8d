package ro.clickphone.pbx.signup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import ro.clickphone.pbx.fraud.Network;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * How many mails one network may have us send to addresses of its choice: beside the bound on all strangers together, so
 * that one of them does not use it up for the others.
 */
@ApplicationScoped
class SignUpSources {
    static final int MOST_IN_AN_HOUR = 5;
    private static final long MOST_REMEMBERED = 10_000;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Clock clock;

    /**
     * Counts an order, in the caller's transaction. The exchange itself has no address, and no bound.
     *
     * @throws Refusal {@code signup.source}, {@code signup.busy}
     */
    void admit(String address) {
        if (address.isEmpty()) {
            return;
        }
        String network = Network.around(address).map(Network::text).orElse("?");
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        db.createNativeQuery("DELETE FROM sign_up_source WHERE asked_at <= ?1")
                .setParameter(1, now.minus(Duration.ofHours(1)))
                .executeUpdate();
        if (asked("%") >= MOST_REMEMBERED) {
            throw new Refusal("signup.busy", "");
        }
        if (asked(network) >= MOST_IN_AN_HOUR) {
            throw new Refusal("signup.source", "", MOST_IN_AN_HOUR);
        }
        db.createNativeQuery("INSERT INTO sign_up_source (network, asked_at) VALUES (?1, ?2)")
                .setParameter(1, network)
                .setParameter(2, now)
                .executeUpdate();
    }

    private long asked(String network) {
        return ((Number) db.createNativeQuery("SELECT COUNT(*) FROM sign_up_source WHERE network LIKE ?1")
                        .setParameter(1, network)
                        .getSingleResult())
                .longValue();
    }
}
