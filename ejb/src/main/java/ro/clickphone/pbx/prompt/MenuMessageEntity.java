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

/** What is heard in a menu of an applied version. */
@Entity
@Table(name = "menu_message")
@IdClass(MenuMessageEntity.Key.class)
class MenuMessageEntity {
    @Id
    @Column(name = "account_id")
    private long accountId;

    @Id
    private int version;

    @Id
    private String slot;

    private String announcement;

    private String sha256;

    protected MenuMessageEntity() {}

    MenuMessageEntity(AccountId account, int version, PromptSlotEntity slot) {
        this.accountId = account.value();
        this.version = version;
        this.slot = slot.slot().code();
        this.announcement = slot.announcement().orElse(null);
        this.sha256 = slot.recording().orElse(null);
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
        int version;
        String slot;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && accountId == that.accountId
                    && version == that.version
                    && Objects.equals(slot, that.slot);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, version, slot);
        }
    }
}
