package ro.clickphone.pbx.queue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** An agent on pause; apart from the list, so that saving the list wakes nobody. */
@Entity
@Table(name = "queue_pause")
@IdClass(QueuePauseEntity.Key.class)
class QueuePauseEntity {
    @Id
    @Column(name = "account_id")
    private long accountId;

    @Id
    private int extension;

    protected QueuePauseEntity() {}

    QueuePauseEntity(AccountId account, ExtensionNumber agent) {
        this.accountId = account.value();
        this.extension = agent.value();
    }

    /** Its primary key. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        long accountId;
        int extension;

        protected Key() {}

        Key(AccountId account, ExtensionNumber agent) {
            this.accountId = account.value();
            this.extension = agent.value();
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
