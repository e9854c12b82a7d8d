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

/** An extension's place in the customer's list, which is the ring order of {@code linear} (manual, item 99). */
@Entity
@Table(name = "queue_agent")
@IdClass(QueueAgentEntity.Key.class)
class QueueAgentEntity {
    @Id
    @Column(name = "account_id")
    private long accountId;

    @Id
    private int place;

    private int extension;
    private int penalty;

    protected QueueAgentEntity() {}

    QueueAgentEntity(AccountId account, int place, QueueAgent agent) {
        this.accountId = account.value();
        this.place = place;
        this.extension = agent.extension().value();
        this.penalty = agent.penalty();
    }

    QueueAgent agent() {
        return new QueueAgent(new ExtensionNumber(extension), penalty);
    }

    /** Its primary key. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        long accountId;
        int place;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && accountId == that.accountId && place == that.place;
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, place);
        }
    }
}
