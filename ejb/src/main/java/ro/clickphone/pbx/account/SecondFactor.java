package ro.clickphone.pbx.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.access.Token;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.kernel.RandomText;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.vault.Vault;

/** The authenticator app of a person, and the codes for the day when the telephone is lost. */
@Stateless
@Guarded(Need.READ_MONEY)
public class SecondFactor {
    private static final int CODES = 10;
    /** 93 bits: guessing is hopeless, so a fast hash will do. */
    private static final int CODE_LENGTH = 16;

    private static final String ISSUER = "ClickPhone";

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private UserTable users;

    @Inject
    private SignInTries tries;

    @Inject
    private PersonalAudit audit;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    public boolean isOn(SignedIn who) {
        return users.find(who).hasSecondFactor();
    }

    /** How many recovery codes are left. */
    public long codesLeft(SignedIn who) {
        return db.createQuery("SELECT COUNT(r) FROM RecoveryCodeEntity r WHERE r.user = :user", Long.class)
                .setParameter("user", users.find(who).id())
                .getSingleResult();
    }

    /**
     * A secret for the app, as the address that a QR code holds; in force only when a code of it was typed.
     *
     * @throws Refusal {@code user.wrongPassword}
     */
    public String begin(SignedIn who, String password) {
        proven(who, password);
        String secret = Totp.newSecret();
        users.find(who).wantSecondFactor(secret, vault);
        return "otpauth://totp/" + encoded(ISSUER + ":" + who.email()) + "?secret=" + secret + "&issuer=" + ISSUER;
    }

    /** @return the recovery codes, to be shown this once. @throws Refusal {@code user.code} when the app's code is not right */
    public List<String> confirm(SignedIn who, String code) {
        UserEntity user = users.find(who);
        if (!user.confirmSecondFactor(code, clock.instant(), vault)) {
            throw new Refusal("user.code", "code");
        }
        audit.record(who, Act.of("user.totp.on", who.email()));
        return newCodes(user.id());
    }

    /** @throws Refusal {@code user.wrongPassword} */
    public void end(SignedIn who, String password) {
        proven(who, password);
        UserEntity user = users.find(who);
        user.endSecondFactor();
        forget(user.id());
        audit.record(who, Act.of("user.totp.off", who.email()));
    }

    private void proven(SignedIn who, String password) {
        if (tries.password(who.email(), password).isEmpty()) {
            throw new Refusal("user.wrongPassword", "password");
        }
    }

    private List<String> newCodes(long user) {
        forget(user);
        List<String> codes =
                Stream.generate(() -> RandomText.of(CODE_LENGTH)).limit(CODES).toList();
        codes.forEach(
                code -> db.persist(new RecoveryCodeEntity(user, Token.of(code).sha256())));
        return codes.stream().map(SecondFactor::grouped).toList();
    }

    private void forget(long user) {
        db.createQuery("DELETE FROM RecoveryCodeEntity r WHERE r.user = :user")
                .setParameter("user", user)
                .executeUpdate();
    }

    private static String grouped(String code) {
        return code.replaceAll("(.{4})(?!$)", "$1-");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
