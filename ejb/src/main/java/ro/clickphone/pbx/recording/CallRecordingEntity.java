package ro.clickphone.pbx.recording;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.SealedWav;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;

@Entity
@Table(name = "call_recording")
@SuppressWarnings("unused") // queries read the columns, not the object
@IdClass(CallRecordingEntity.Key.class)
class CallRecordingEntity {
    @Id
    @Column(name = "account_id")
    private long accountId;

    @Id
    @Column(name = "call_id")
    private String callId;

    @Id
    private int part;

    @Column(name = "started_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant startedAt;

    private long millis;
    private long bytes;

    /** Empty for one from before this was kept. */
    private String announced;

    protected CallRecordingEntity() {}

    CallRecordingEntity(
            AccountId account, Take take, Instant startedAt, SealedWav talk, Optional<Announced> announced) {
        this.accountId = account.value();
        this.callId = take.call().toString();
        this.part = take.part();
        this.startedAt = startedAt;
        this.millis = talk.length().toMillis();
        this.bytes = talk.bytes();
        this.announced = announced.map(Announced::toString).orElse("");
    }

    AccountId account() {
        return new AccountId(accountId);
    }

    Take take() {
        return new Take(CallId.parse(callId), part);
    }

    Instant startedAt() {
        return startedAt;
    }

    Duration length() {
        return Duration.ofMillis(millis);
    }

    Optional<Announced> announced() {
        return Announced.parse(announced);
    }

    /** Its primary key. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        long accountId;
        String callId;
        int part;

        protected Key() {}

        Key(AccountId account, Take take) {
            this.accountId = account.value();
            this.callId = take.call().toString();
            this.part = take.part();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && accountId == that.accountId
                    && part == that.part
                    && Objects.equals(callId, that.callId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, callId, part);
        }
    }
}
