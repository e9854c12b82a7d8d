package ro.clickphone.pbx.ivr;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import ro.clickphone.pbx.kernel.AccountId;

/** A menu in one version. */
@Entity
@Table(name = "menu")
@IdClass(MenuEntity.Key.class)
class MenuEntity {
    /** The version that is edited; applied ones count up from 1. */
    static final int DRAFT = 0;

    @Id
    @Column(name = "account_id")
    private long accountId;

    @Id
    private int version;

    @Id
    private int number;

    private String name;

    protected MenuEntity() {}

    MenuEntity(AccountId account, int version, Menu menu) {
        this.accountId = account.value();
        this.version = version;
        this.number = menu.number().value();
        this.name = menu.name();
    }

    int number() {
        return number;
    }

    String name() {
        return name;
    }

    /** Its primary key. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        long accountId;
        int version;
        int number;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && accountId == that.accountId
                    && version == that.version
                    && number == that.number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, version, number);
        }
    }
}
