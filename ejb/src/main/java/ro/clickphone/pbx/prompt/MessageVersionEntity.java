package ro.clickphone.pbx.prompt;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;

/** A recording that was, or is, heard in a slot. */
@Entity
@Table(name = "prompt_version")
@IdClass(MessageVersionEntity.Key.class)
class MessageVersionEntity {
    @Id
    @Column(name = "account_id")
    private long accountId;

    @Id
    private String slot;

    @Id
    private int version;

    private String sha256;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    @Column(name = "made_by")
    private String madeBy;

    @Column(name = "made_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant madeAt;

    protected MessageVersionEntity() {}

    MessageVersionEntity(AccountId account, PromptSlot slot, int version, MessageDraft made) {
        this.accountId = account.value();
        this.slot = slot.code();
        this.version = version;
        this.sha256 = made.sha256();
        this.origin = made.origin();
        this.madeBy = made.by();
        this.madeAt = made.at();
    }

    int version() {
        return version;
    }

    String sha256() {
        return sha256;
    }

    MessageVersion as(Duration length) {
        return new MessageVersion(version, new MessageDraft(sha256, length, origin, madeBy, madeAt));
    }

    /** Its primary key. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        long accountId;
        String slot;
        int version;

        protected Key() {}

        Key(AccountId account, PromptSlot slot, int version) {
            this.accountId = account.value();
            this.slot = slot.code();
            this.version = version;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && accountId == that.accountId
                    && version == that.version
                    && Objects.equals(slot, that.slot);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, slot, version);
        }
    }
}
