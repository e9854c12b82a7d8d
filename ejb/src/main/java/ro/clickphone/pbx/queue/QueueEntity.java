package ro.clickphone.pbx.queue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.ExtensionNumber;

@Entity
@Table(name = "waiting_queue")
class QueueEntity {
    private static final int NO_EXTENSION = 0;

    @Id
    @Column(name = "account_id")
    private long accountId;

    @Enumerated(EnumType.STRING)
    private QueueStrategy strategy;

    @Column(name = "longest_wait_seconds")
    private long longestWaitSeconds;

    @Column(name = "wrap_up_seconds")
    private long wrapUpSeconds;

    @Column(name = "way_out_extension")
    private int wayOutExtension;

    @Column(name = "way_out_number")
    private String wayOutNumber;

    @Column(name = "announce_position")
    private boolean announcePosition;

    @Column(name = "announce_wait")
    private boolean announceWait;

    @Column(name = "announce_seconds")
    private long announceSeconds;

    protected QueueEntity() {}

    QueueEntity(AccountId account, QueueSettings settings) {
        this.accountId = account.value();
        take(settings);
    }

    final void take(QueueSettings settings) {
        QueueWait waiting = settings.waiting();
        this.strategy = settings.strategy();
        this.longestWaitSeconds = waiting.longest().toSeconds();
        this.wrapUpSeconds = settings.wrapUp().toSeconds();
        this.wayOutExtension = waiting.wayOut() instanceof WayOut.ToExtension to
                ? to.extension().value()
                : NO_EXTENSION;
        this.wayOutNumber =
                waiting.wayOut() instanceof WayOut.ToNumber to ? to.number().value() : "";
        this.announcePosition = waiting.announcing().says(Announcing.Kind.POSITION);
        this.announceWait = waiting.announcing().says(Announcing.Kind.ESTIMATED_WAIT);
        this.announceSeconds = waiting.announcing().every().toSeconds();
    }

    QueueSettings settings(List<QueueAgent> agents) {
        return new QueueSettings(
                agents,
                strategy,
                Duration.ofSeconds(wrapUpSeconds),
                new QueueWait(Duration.ofSeconds(longestWaitSeconds), wayOut(), announcing()));
    }

    private WayOut wayOut() {
        if (!wayOutNumber.isEmpty()) {
            return new WayOut.ToNumber(new E164(wayOutNumber));
        }
        return wayOutExtension == NO_EXTENSION
                ? new WayOut.Goodbye()
                : new WayOut.ToExtension(new ExtensionNumber(wayOutExtension));
    }

    private Announcing announcing() {
        Set<Announcing.Kind> what = EnumSet.noneOf(Announcing.Kind.class);
        if (announcePosition) {
            what.add(Announcing.Kind.POSITION);
        }
        if (announceWait) {
            what.add(Announcing.Kind.ESTIMATED_WAIT);
        }
        return new Announcing(what, Duration.ofSeconds(announceSeconds));
    }
}
