package ro.clickphone.pbx.account;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.access.SlowHash;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;
import ro.clickphone.pbx.vault.Kind;
import ro.clickphone.pbx.vault.Vault;

@Entity
@Table(name = "portal_user")
class UserEntity {
    /** So many wrong passwords in a row close the sign-in for {@link #CLOSED_FOR}. */
    static final int WRONG_PASSWORDS = 10;

    static final Duration CLOSED_FOR = Duration.ofMinutes(15);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "user_id")
    private long id;

    @Column(name = "account_id")
    private Long account;

    private String email;
    private String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    private String language;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "wrong_passwords")
    private int wrongPasswords;

    @Column(name = "closed_until")
    @Convert(converter = InstantAsUtc.class)
    private Instant closedUntil;

    @Column(name = "created_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant createdAt;

    /** Sealed; empty for none. */
    @Column(name = "totp_secret")
    private String totpSecret = "";

    @Column(name = "totp_wanted")
    private String totpWanted = "";

    @Column(name = "totp_last_step")
    private long totpLastStep;

    protected UserEntity() {}

    UserEntity(Optional<AccountId> account, NewUser order, Instant now) {
        this.account = account.map(AccountId::value).orElse(null);
        this.email = order.email();
        this.name = order.name();
        this.role = order.role();
        this.language = "ro";
        this.passwordHash = SlowHash.of(order.password());
        this.closedUntil = Instant.EPOCH;
        this.createdAt = now;
    }

    /** Counts a wrong password; while the sign-in is closed no password is right. */
    boolean opensWith(String password, Instant now) {
        boolean right = SlowHash.matches(password, passwordHash) && !isClosed(now);
        if (right && !hasSecondFactor()) {
            wrongPasswords = 0;
        } else if (!right) {
            wrong(now);
        }
        return right;
    }

    boolean isClosed(Instant now) {
        return now.isBefore(closedUntil);
    }

    /** One wrong password or code more. */
    void wrong(Instant now) {
        if (!isClosed(now) && ++wrongPasswords >= WRONG_PASSWORDS) {
            closedUntil = now.plus(CLOSED_FOR);
            wrongPasswords = 0;
        }
    }

    boolean hasSecondFactor() {
        return !totpSecret.isEmpty();
    }

    void wantSecondFactor(String secret, Vault vault) {
        totpWanted = vault.seal(Kind.SECOND_FACTOR, secret);
    }

    boolean confirmSecondFactor(String code, Instant now, Vault vault) {
        OptionalLong step = totpWanted.isEmpty()
                ? OptionalLong.empty()
                : Totp.of(vault.open(Kind.SECOND_FACTOR, totpWanted)).stepOf(code, now, 0);
        step.ifPresent(used -> {
            totpSecret = totpWanted;
            totpWanted = "";
            totpLastStep = used;
        });
        return step.isPresent();
    }

    /** Each code once: who looked over a shoulder comes too late. */
    boolean takesCode(String code, Instant now, Vault vault) {
        OptionalLong step = hasSecondFactor()
                ? Totp.of(vault.open(Kind.SECOND_FACTOR, totpSecret)).stepOf(code, now, totpLastStep)
                : OptionalLong.empty();
        step.ifPresent(used -> {
            totpLastStep = used;
            wrongPasswords = 0;
        });
        return step.isPresent();
    }

    void endSecondFactor() {
        totpSecret = "";
        totpWanted = "";
    }

    /** @throws ro.clickphone.pbx.kernel.Refusal {@code user.password}, {@code user.password.weak} */
    void choosePassword(String password) {
        Passwords.check(password, List.of(email, name));
        passwordHash = SlowHash.of(password);
        wrongPasswords = 0;
    }

    void become(Role wanted) {
        role = wanted;
    }

    long id() {
        return id;
    }

    void setLanguage(String language) {
        this.language = language;
    }

    SignedIn asSignedIn() {
        return new SignedIn(Optional.ofNullable(account).map(AccountId::new), email, name, role, language);
    }
}
