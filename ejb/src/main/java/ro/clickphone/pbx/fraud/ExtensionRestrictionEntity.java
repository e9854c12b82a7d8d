package ro.clickphone.pbx.fraud;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

@Entity
@Table(name = "extension_restriction")
@IdClass(ExtensionRestrictionEntity.Key.class)
class ExtensionRestrictionEntity {
    @Id
    @Column(name = "account_id")
    private long account;

    @Id
    private int extension;

    private String permitted;
    private boolean blocked;

    protected ExtensionRestrictionEntity() {}

    ExtensionRestrictionEntity(AccountId account, ExtensionNumber extension, Restrictions wanted) {
        this.account = account.value();
        this.extension = extension.value();
        restrict(wanted);
    }

    final void restrict(Restrictions wanted) {
        permitted = RestrictionColumns.write(wanted);
        blocked = wanted.isBlocked();
    }

    ExtensionNumber extension() {
        return new ExtensionNumber(extension);
    }

    Restrictions restrictions() {
        return RestrictionColumns.read(permitted, blocked);
    }

    /** Which extension of whom. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long account;
        private int extension;

        protected Key() {}

        Key(AccountId account, ExtensionNumber extension) {
            this.account = account.value();
            this.extension = extension.value();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.account == account && key.extension == extension;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(account) * 31 + extension;
        }
    }
}
