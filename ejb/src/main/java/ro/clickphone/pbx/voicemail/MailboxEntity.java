package ro.clickphone.pbx.voicemail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** A mailbox that somebody switched. */
@Entity
@Table(name = "voicemail_box")
@IdClass(MailboxEntity.Key.class)
class MailboxEntity {
    @Id
    @Column(name = "account_id")
    private long accountId;

    @Id
    private int extension;

    @Enumerated(EnumType.STRING)
    private Mailbox.Switched switched;

    private String mail;

    protected MailboxEntity() {}

    MailboxEntity(AccountId account, Mailbox box) {
        this.accountId = account.value();
        this.extension = box.extension().value();
        this.switched = box.switched();
        this.mail = box.mail();
    }

    Mailbox mailbox() {
        return new Mailbox(new ExtensionNumber(extension), switched, mail);
    }

    /** Its primary key. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        long accountId;
        int extension;

        protected Key() {}

        Key(AccountId account, ExtensionNumber extension) {
            this.accountId = account.value();
            this.extension = extension.value();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && accountId == that.accountId && extension == that.extension;
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, extension);
        }
    }
}
