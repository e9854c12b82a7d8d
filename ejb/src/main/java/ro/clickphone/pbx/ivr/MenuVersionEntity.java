package ro.clickphone.pbx.ivr;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;

/** When a version of the menus was applied, and by whom. */
@Entity
@Table(name = "menu_version")
@IdClass(MenuVersionEntity.Key.class)
class MenuVersionEntity {
    @Id
    @Column(name = "account_id")
    private long accountId;

    @Id
    private int version;

    @Column(name = "applied_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant appliedAt;

    @Column(name = "applied_by")
    private String appliedBy;

    protected MenuVersionEntity() {}

    MenuVersionEntity(AccountId account, int version, Instant now, String by) {
        this.accountId = account.value();
        this.version = version;
        this.appliedAt = now;
        this.appliedBy = by;
    }

    MenuVersion version() {
        return new MenuVersion(version, appliedAt, appliedBy);
    }

    /** Its primary key. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        long accountId;
        int version;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && accountId == that.accountId && version == that.version;
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, version);
        }
    }
}
