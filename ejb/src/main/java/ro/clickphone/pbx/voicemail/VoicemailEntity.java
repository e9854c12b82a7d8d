package ro.clickphone.pbx.voicemail;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;
import ro.clickphone.pbx.prompt.Spoken;
import ro.clickphone.pbx.vault.Kind;
import ro.clickphone.pbx.vault.Vault;

/** A message that a caller left. Lists are read without its sound. */
@Entity
@Table(name = "voicemail_message")
@SuppressWarnings("unused") // queries read the columns, not the object
class VoicemailEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "account_id")
    private long accountId;

    private int extension;

    @Column(name = "call_id")
    private String callId;

    private String caller;

    @Column(name = "recorded_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant recordedAt;

    @Enumerated(EnumType.STRING)
    private Voicemail.State state;

    private long millis;

    private String sha256;

    /** Sealed. */
    @Lob
    private byte[] wav;

    protected VoicemailEntity() {}

    VoicemailEntity(AccountId account, LeftMessage left, Spoken spoken, Instant now, Vault vault) {
        this.accountId = account.value();
        this.extension = left.extension().value();
        this.callId = left.call().toString();
        this.caller = left.caller();
        this.recordedAt = now;
        this.state = Voicemail.State.FRESH;
        this.millis = spoken.length().toMillis();
        this.sha256 = spoken.sha256();
        this.wav = vault.seal(Kind.VOICEMAIL, spoken.wav());
    }

    byte[] wav(Vault vault) {
        return vault.open(Kind.VOICEMAIL, wav);
    }

    /** What an older version left in clear. */
    void seal(Vault vault) {
        if (!Vault.isSealed(wav)) {
            wav = vault.seal(Kind.VOICEMAIL, wav);
        }
    }

    String sha256() {
        return sha256;
    }
}
