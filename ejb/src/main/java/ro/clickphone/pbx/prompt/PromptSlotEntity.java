package ro.clickphone.pbx.prompt;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import ro.clickphone.pbx.kernel.AccountId;

/** What is heard in a slot: one of the product's announcements, or a recording of the customer's. */
@Entity
@Table(name = "prompt_slot")
@IdClass(PromptSlotEntity.Key.class)
class PromptSlotEntity {
    @Id
    @Column(name = "account_id")
    private long accountId;

    @Id
    private String slot;

    @Column(name = "announcement")
    private String announcement;

    @Column(name = "sha256")
    private String sha256;

    protected PromptSlotEntity() {}

    PromptSlotEntity(AccountId account, PromptSlot slot) {
        this.accountId = account.value();
        this.slot = slot.code();
    }

    void fillWithAnnouncement(String name) {
        announcement = name;
        sha256 = null;
    }

    void fillAs(MenuMessageEntity message) {
        announcement = message.announcement().orElse(null);
        sha256 = message.recording().orElse(null);
    }

    void fillWithRecording(String hash) {
        sha256 = hash;
        announcement = null;
    }

    PromptSlot slot() {
        return new PromptSlot(slot);
    }

    Optional<String> announcement() {
        return Optional.ofNullable(announcement);
    }

    Optional<String> recording() {
        return Optional.ofNullable(sha256);
    }

    /** Its primary key. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        long accountId;
        String slot;

        protected Key() {}

        Key(AccountId account, PromptSlot slot) {
            this.accountId = account.value();
            this.slot = slot.code();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && accountId == that.accountId && Objects.equals(slot, that.slot);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, slot);
        }
    }
}
