package ro.clickphone.pbx.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.E164;

/** A {@link Contact} as it is stored. */
@Entity
@Table(name = "contact")
@IdClass(ContactEntity.Key.class)
class ContactEntity {
    @Id
    @Column(name = "account_id")
    private long account;

    @Id
    private String number;

    private String name;

    protected ContactEntity() {}

    ContactEntity(AccountId account, Contact contact) {
        this.account = account.value();
        this.number = contact.number().value();
        this.name = contact.name();
    }

    void rename(String wanted) {
        name = wanted;
    }

    Contact contact() {
        return new Contact(new E164(number), name);
    }

    /** Its primary key. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        long account;
        String number;

        Key() {}

        Key(AccountId account, E164 number) {
            this.account = account.value();
            this.number = number.value();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && account == that.account && number.equals(that.number);
        }

        @Override
        public int hashCode() {
            return Objects.hash(account, number);
        }
    }
}
