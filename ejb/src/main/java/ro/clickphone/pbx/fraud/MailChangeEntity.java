package ro.clickphone.pbx.fraud;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import ro.clickphone.pbx.access.Token;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;

@Entity
@Table(name = "security_mail_change")
class MailChangeEntity {
    static final Duration VALID = Duration.ofHours(2);

    @Id
    @Column(name = "account_id")
    private long account;

    @Column(name = "new_mail")
    private String newMail;

    @Column(name = "code_sha256")
    private String codeSha256;

    @Column(name = "expires_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant expiresAt;

    protected MailChangeEntity() {}

    MailChangeEntity(AccountId account) {
        this.account = account.value();
    }

    void wants(String address, Token code, Instant now) {
        newMail = address;
        codeSha256 = code.sha256();
        expiresAt = now.plus(VALID);
    }

    boolean opensWith(Token code, Instant now) {
        return isOpen(now) && codeSha256.equals(code.sha256());
    }

    boolean isOpen(Instant now) {
        return now.isBefore(expiresAt);
    }

    String newMail() {
        return newMail;
    }
}
