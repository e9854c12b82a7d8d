package ro.clickphone.pbx.extension;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.InstantAsUtc;

/** A link by which a computer gets an extension, once; at most one for each extension. */
@Entity
@Table(name = "install_link")
class InstallLinkEntity {
    @Id
    @Column(name = "token_sha256")
    private String tokenSha256;

    @Column(name = "account_id")
    private long account;

    private int extension;

    @Column(name = "expires_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant expiresAt;

    protected InstallLinkEntity() {}

    InstallLinkEntity(String tokenSha256, AccountId account, ExtensionNumber extension, Instant expiresAt) {
        this.tokenSha256 = tokenSha256;
        this.account = account.value();
        this.extension = extension.value();
        this.expiresAt = expiresAt;
    }

    boolean isOpen(Instant now) {
        return expiresAt.isAfter(now);
    }

    AccountId account() {
        return new AccountId(account);
    }

    ExtensionNumber extension() {
        return new ExtensionNumber(extension);
    }
}
