package ro.clickphone.pbx.notify;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import ro.clickphone.pbx.vault.Kind;
import ro.clickphone.pbx.vault.Vault;

@Entity
@Table(name = "mail_attachment")
@IdClass(MailAttachmentEntity.Key.class)
class MailAttachmentEntity {
    @Id
    @Column(name = "mail_id")
    private long mail;

    @Id
    private int place;

    private String name;

    @Column(name = "media_type")
    private String mediaType;

    /** Sealed: it may be somebody's voice. */
    private byte[] content;

    protected MailAttachmentEntity() {}

    MailAttachmentEntity(long mail, int place, Attachment attachment, Vault vault) {
        this.mail = mail;
        this.place = place;
        this.name = attachment.name();
        this.mediaType = attachment.mediaType();
        this.content = vault.seal(Kind.LETTER, attachment.content());
    }

    Attachment asAttachment(Vault vault) {
        return new Attachment(name, mediaType, vault.open(Kind.LETTER, content));
    }

    /** Which mail, and its how manieth. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long mail;
        private int place;

        protected Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.mail == mail && key.place == place;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(mail) * 31 + place;
        }
    }
}
