package ro.clickphone.pbx.prompt;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;

/** A customer's recording, by its content; it never changes. */
@Entity
@Table(name = "prompt_recording")
@IdClass(RecordingEntity.Key.class)
class RecordingEntity {
    @Id
    @Column(name = "account_id")
    private long accountId;

    @Id
    private String sha256;

    @Lob
    private byte[] wav;

    private long millis;

    @Column(name = "stored_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant storedAt;

    protected RecordingEntity() {}

    RecordingEntity(AccountId account, String sha256, Recording recording, Instant now) {
        this.accountId = account.value();
        this.sha256 = sha256;
        this.wav = recording.wav();
        this.millis = recording.length().toMillis();
        this.storedAt = now;
    }

    byte[] wav() {
        return wav.clone();
    }

    String sha256() {
        return sha256;
    }

    Duration length() {
        return Duration.ofMillis(millis);
    }

    StoredMessage in(PromptSlot slot) {
        return new StoredMessage(slot, sha256, length(), storedAt);
    }

    /** Its primary key. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        long accountId;
        String sha256;

        protected Key() {}

        Key(AccountId account, String sha256) {
            this.accountId = account.value();
            this.sha256 = sha256;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && accountId == that.accountId && Objects.equals(sha256, that.sha256);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, sha256);
        }
    }
}
