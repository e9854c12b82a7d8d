package ro.clickphone.pbx.conference;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.vault.Kind;
import ro.clickphone.pbx.vault.Vault;

@Entity
@Table(name = "conference")
class ConferenceEntity {
    @EmbeddedId
    private Key key;

    private String name;

    /** Sealed; empty when none is asked for. */
    private String code;

    protected ConferenceEntity() {}

    ConferenceEntity(AccountId account, Conference conference, Vault vault) {
        this.key = new Key(account, conference.room());
        this.name = conference.name();
        this.code = conference.isAskingForCode() ? vault.seal(Kind.CONFERENCE_CODE, conference.code()) : "";
    }

    Conference conference(Vault vault) {
        return new Conference(key.room, name, code.isEmpty() ? "" : vault.open(Kind.CONFERENCE_CODE, code));
    }

    /** Its primary key. */
    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "account_id")
        private long accountId;

        private int room;

        protected Key() {}

        Key(AccountId account, int room) {
            this.accountId = account.value();
            this.room = room;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && accountId == that.accountId && room == that.room;
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, room);
        }
    }
}
