package ro.clickphone.pbx.queue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.List;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

@Entity
@Table(name = "waiting_queue")
class QueueEntity {
    @Id
    @Column(name = "account_id")
    private long accountId;

    @Enumerated(EnumType.STRING)
    private QueueStrategy strategy;

    @Column(name = "longest_wait_seconds")
    private long longestWaitSeconds;

    protected QueueEntity() {}

    QueueEntity(AccountId account, QueueSettings settings) {
        this.accountId = account.value();
        take(settings);
    }

    final void take(QueueSettings settings) {
        this.strategy = settings.strategy();
        this.longestWaitSeconds = settings.longestWait().toSeconds();
    }

    QueueSettings settings(List<ExtensionNumber> agents) {
        return new QueueSettings(agents, strategy, Duration.ofSeconds(longestWaitSeconds));
    }
}
