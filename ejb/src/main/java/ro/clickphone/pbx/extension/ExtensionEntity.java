package ro.clickphone.pbx.extension;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import ro.clickphone.engine.api.DigestCredential;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.InstantAsUtc;
import ro.clickphone.pbx.vault.Kind;
import ro.clickphone.pbx.vault.Vault;

@Entity
@Table(name = "extension")
class ExtensionEntity {
    static final Duration DEFAULT_RING_TIME = Duration.ofSeconds(20);

    @EmbeddedId
    private ExtensionKey key;

    private String name;
    private String realm;

    /** Sealed, as the other one. */
    @Column(name = "ha1_md5")
    private String ha1Md5;

    @Column(name = "ha1_sha256")
    private String ha1Sha256;

    @Enumerated(EnumType.STRING)
    private DigestCredential.Srtp srtp = DigestCredential.Srtp.OPTIONAL;

    @Column(name = "ring_seconds")
    private int ringSeconds;

    @Embedded
    @AttributeOverride(name = "target", column = @Column(name = "always_target"))
    @AttributeOverride(name = "state", column = @Column(name = "always_state"))
    private ForwardColumns always;

    @Embedded
    @AttributeOverride(name = "target", column = @Column(name = "busy_target"))
    @AttributeOverride(name = "state", column = @Column(name = "busy_state"))
    private ForwardColumns busy;

    @Embedded
    @AttributeOverride(name = "target", column = @Column(name = "unavailable_target"))
    @AttributeOverride(name = "state", column = @Column(name = "unavailable_state"))
    private ForwardColumns unavailable;

    @Column(name = "do_not_disturb")
    private boolean doNotDisturb;

    @Column(name = "created_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant createdAt;

    protected ExtensionEntity() {}

    ExtensionEntity(AccountId account, ExtensionNumber number, ExtensionName name, Instant now) {
        this.key = new ExtensionKey(account, number);
        this.name = name.value();
        this.ringSeconds = (int) DEFAULT_RING_TIME.toSeconds();
        this.always = ForwardColumns.unset();
        this.busy = ForwardColumns.unset();
        this.unavailable = ForwardColumns.unset();
        this.createdAt = now;
    }

    void setName(ExtensionName name) {
        this.name = name.value();
    }

    void setPassword(SipPassword password, String realm, Vault vault) {
        SipUser user = new SipUser(key.account(), key.extension());
        this.realm = realm;
        this.ha1Md5 = vault.seal(Kind.SIP_DIGEST, password.ha1Md5(user, realm));
        this.ha1Sha256 = vault.seal(Kind.SIP_DIGEST, password.ha1Sha256(user, realm));
    }

    void setRingTime(Duration ringTime) {
        this.ringSeconds = (int) ringTime.toSeconds();
    }

    void wantQuiet() {
        doNotDisturb = true;
    }

    void wantCalls() {
        doNotDisturb = false;
    }

    void setForward(Forward.When when, Forward forward) {
        ForwardColumns columns = new ForwardColumns(forward);
        switch (when) {
            case ALWAYS -> always = columns;
            case BUSY -> busy = columns;
            case UNAVAILABLE -> unavailable = columns;
        }
    }

    DigestCredential.Srtp encryption() {
        return srtp;
    }

    void setEncryption(DigestCredential.Srtp wanted) {
        srtp = wanted;
    }

    Extension asExtension(SipDomain domain) {
        return new Extension(
                key.account(),
                key.extension(),
                name,
                domain.identity(key.account(), key.extension()),
                Duration.ofSeconds(ringSeconds),
                always.asForward(),
                busy.asForward(),
                unavailable.asForward(),
                doNotDisturb,
                createdAt);
    }

    DigestCredential asCredential(SipDomain domain, Vault vault) {
        return new DigestCredential(
                domain.identity(key.account(), key.extension()),
                realm,
                vault.open(Kind.SIP_DIGEST, ha1Md5),
                vault.open(Kind.SIP_DIGEST, ha1Sha256),
                srtp);
    }
}
