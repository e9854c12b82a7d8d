package ro.clickphone.pbx.account;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import ro.clickphone.pbx.access.Token;
import ro.clickphone.pbx.kernel.InstantAsUtc;

@Entity
@Table(name = "mailed_link")
class MailedLinkEntity {
    /** What the link is for, and how long it opens. */
    enum Purpose {
        /** Somebody forgot the password. */
        PASSWORD(Duration.ofMinutes(30)),
        /** Somebody was added and chooses the first password. */
        INVITATION(Duration.ofDays(7)),
        /** Somebody signs in from an address that the account does not allow. */
        ADDRESS(Duration.ofMinutes(30));

        private final Duration valid;

        Purpose(Duration valid) {
            this.valid = valid;
        }

        Duration valid() {
            return valid;
        }
    }

    @Id
    @Column(name = "token_sha256")
    private String tokenSha256;

    @Column(name = "user_id")
    private long user;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    private String address;

    @Column(name = "expires_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant expiresAt;

    protected MailedLinkEntity() {}

    MailedLinkEntity(Token token, long user, Purpose purpose, String address, Instant now) {
        this.tokenSha256 = token.sha256();
        this.user = user;
        this.purpose = purpose;
        this.address = address;
        this.expiresAt = now.plus(purpose.valid());
    }

    boolean isOpen(Instant now) {
        return now.isBefore(expiresAt);
    }

    boolean choosesPassword() {
        return purpose != Purpose.ADDRESS;
    }

    long user() {
        return user;
    }

    String address() {
        return address;
    }
}
