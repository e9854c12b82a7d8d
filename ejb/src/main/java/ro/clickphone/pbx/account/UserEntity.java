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
import java.util.Optional;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.access.SlowHash;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;

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
        boolean right = SlowHash.matches(password, passwordHash) && !now.isBefore(closedUntil);
        if (right) {
            wrongPasswords = 0;
        } else if (now.isAfter(closedUntil) && ++wrongPasswords >= WRONG_PASSWORDS) {
            closedUntil = now.plus(CLOSED_FOR);
            wrongPasswords = 0;
        }
        return right;
    }

    void setPassword(String password) {
        this.passwordHash = SlowHash.of(password);
    }

    void setLanguage(String language) {
        this.language = language;
    }

    SignedIn asSignedIn() {
        return new SignedIn(Optional.ofNullable(account).map(AccountId::new), email, name, role, language);
    }
}
