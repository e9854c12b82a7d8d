package ro.clickphone.pbx.call;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Progress;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;
import ro.clickphone.pbx.kernel.Money;

@Entity
@Table(name = "call_detail")
class CallDetailEntity {
    @EmbeddedId
    private CallKey key;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    private String source;

    @Column(name = "source_name")
    private String sourceName;

    private String destination;

    @Column(name = "started_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant startedAt;

    @Column(name = "answered_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant answeredAt;

    @Column(name = "talking_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant talkingAt;

    @Column(name = "ended_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    private CallStatus status;

    @Column(name = "talk_seconds")
    private long talkSeconds;

    @Column(name = "taken_by")
    private String takenBy;

    @Enumerated(EnumType.STRING)
    private HangupCause cause;

    private String path;

    private long price;

    @Column(name = "rate_destination")
    private String rateDestination;

    @Column(name = "included_seconds")
    private long includedSeconds;

    @Column(name = "price_arithmetic")
    private String priceArithmetic;

    protected CallDetailEntity() {}

    CallDetailEntity(AccountId account, CallRecord record, String path, CallPrice cost) {
        CallStory story = new CallStory(record);
        this.key = new CallKey(account, record.id());
        this.direction = story.direction();
        this.source = Texts.bounded(story.source(), 64);
        this.sourceName = Texts.bounded(record.arrival().caller().displayName(), 128);
        this.destination = Texts.bounded(story.destination(), 64);
        this.startedAt = record.arrival().at();
        this.endedAt = record.endedAt();
        this.status = story.status();
        this.talkSeconds = story.talk().toSeconds();
        this.takenBy = Texts.bounded(story.takenBy(), 64);
        this.cause = record.cause();
        this.path = Texts.bounded(path, 1000);
        this.price = cost.amount().micros();
        this.rateDestination = Texts.bounded(cost.destination(), 80);
        this.includedSeconds = cost.includedSeconds();
        this.priceArithmetic = Texts.bounded(cost.arithmetic(), 500);
        if (record.progress() instanceof Progress.Answered answered) {
            this.answeredAt = answered.answeredAt();
        } else if (record.progress() instanceof Progress.Talked talked) {
            this.answeredAt = talked.answeredAt();
            this.talkingAt = talked.talkingAt();
        }
    }

    CallDetail asDetail() {
        return new CallDetail(
                key.account(),
                key.call(),
                direction,
                source,
                sourceName,
                destination,
                startedAt,
                Optional.ofNullable(answeredAt),
                Optional.ofNullable(talkingAt),
                endedAt,
                status,
                Duration.ofSeconds(talkSeconds),
                takenBy,
                cause,
                path,
                new CallPrice(new Money(price), rateDestination, includedSeconds, priceArithmetic));
    }
}
