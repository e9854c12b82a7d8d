package ro.clickphone.pbx.call;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.LegRecord;
import ro.clickphone.engine.api.MediaReport;
import ro.clickphone.engine.api.Progress;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;

/** Kept for support and for the quality reports; in the figures of the engine. */
@Entity
@Table(name = "call_leg")
class CallLegEntity {
    @EmbeddedId
    private LegKey key;

    private String party;

    @Column(name = "sip_call_id")
    private String sipCallId;

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
    private HangupCause cause;

    @Column(name = "sip_status")
    private int sipStatus;

    @Column(name = "user_agent")
    private String userAgent;

    private String codec;

    @Column(name = "packets_received")
    private long packetsReceived;

    @Column(name = "packets_sent")
    private long packetsSent;

    @Column(name = "packets_lost")
    private long packetsLost;

    @Column(name = "jitter_micros")
    private long jitterMicros;

    @Column(name = "mos_hundredths")
    private int mosHundredths;

    protected CallLegEntity() {}

    CallLegEntity(AccountId account, LegRecord leg) {
        this.key = new LegKey(account, leg.id());
        this.party = Texts.bounded(Texts.of(leg.party()), 64);
        this.sipCallId = Texts.bounded(leg.sipCallId(), 255);
        this.startedAt = leg.startedAt();
        this.endedAt = leg.endedAt();
        this.cause = leg.cause();
        this.sipStatus = leg.status();
        this.userAgent = Texts.bounded(leg.userAgent(), 200);
        this.codec = Texts.bounded(leg.media().codec(), 32);
        this.packetsReceived = leg.media().received();
        this.packetsSent = leg.media().sent();
        this.packetsLost = leg.media().lost();
        this.jitterMicros = leg.media().jitterMicros();
        this.mosHundredths = leg.media().mosHundredths();
        if (leg.progress() instanceof Progress.Answered answered) {
            this.answeredAt = answered.answeredAt();
        } else if (leg.progress() instanceof Progress.Talked talked) {
            this.answeredAt = talked.answeredAt();
            this.talkingAt = talked.talkingAt();
        }
    }

    CallLeg asLeg() {
        return new CallLeg(
                key.number(),
                party,
                sipCallId,
                startedAt,
                Optional.ofNullable(answeredAt),
                Optional.ofNullable(talkingAt),
                endedAt,
                cause,
                sipStatus,
                userAgent,
                new MediaReport(codec, packetsReceived, packetsSent, packetsLost, jitterMicros, mosHundredths));
    }
}
