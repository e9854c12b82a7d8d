package ro.clickphone.pbx.ivr;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import ro.clickphone.pbx.kernel.AccountId;

/** Which version of the menus is live, and how often the draft was saved. */
@Entity
@Table(name = "menu_state")
class MenuStateEntity {
    @Id
    @Column(name = "account_id")
    private long accountId;

    @Column(name = "live_version")
    private int liveVersion;

    private long revision;

    protected MenuStateEntity() {}

    MenuStateEntity(AccountId account) {
        this.accountId = account.value();
        this.liveVersion = MenuEntity.DRAFT;
    }

    /** {@link MenuEntity#DRAFT} while no draft was applied. */
    int liveVersion() {
        return liveVersion;
    }

    long revision() {
        return revision;
    }

    void drafted() {
        revision++;
    }

    /** @return the number of the new live version */
    int applied() {
        return ++liveVersion;
    }
}
