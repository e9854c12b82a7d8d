package ro.clickphone.pbx.fraud;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import ro.clickphone.pbx.access.SlowHash;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;

@Entity
@Table(name = "security_pin")
class PinEntity {
    static final int MOST_WRONG = 5;
    static final Duration LOCKED_FOR = Duration.ofMinutes(30);

    @Id
    @Column(name = "account_id")
    private long account;

    @Column(name = "pin_hash")
    private String hash;

    @Column(name = "wrong_tries")
    private int wrongTries;

    @Column(name = "locked_until")
    @Convert(converter = InstantAsUtc.class)
    private Instant lockedUntil;

    @Column(name = "made_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant madeAt;

    protected PinEntity() {}

    PinEntity(AccountId account, Pin pin, Instant now) {
        this.account = account.value();
        this.lockedUntil = Instant.EPOCH;
        replace(pin, now);
    }

    /** The old one dies at once; neither the lock nor the count is opened by it, or it would be a way around both. */
    final void replace(Pin pin, Instant now) {
        this.hash = SlowHash.of(pin.digits());
        this.madeAt = now;
    }

    /** Counts a wrong one; while it is locked none is right. */
    PinVerdict judge(Pin pin, Instant now) {
        if (now.isBefore(lockedUntil)) {
            return PinVerdict.LOCKED;
        }
        if (pin.isOne() && SlowHash.matches(pin.digits(), hash)) {
            wrongTries = 0;
            return PinVerdict.RIGHT;
        }
        wrongTries++;
        if (wrongTries < MOST_WRONG) {
            return PinVerdict.WRONG;
        }
        wrongTries = 0;
        lockedUntil = now.plus(LOCKED_FOR);
        return PinVerdict.LOCKED_NOW;
    }

    int triesLeft() {
        return MOST_WRONG - wrongTries;
    }

    PinState state(Instant now) {
        return now.isBefore(lockedUntil) ? new PinState.Locked(lockedUntil) : new PinState.Set(madeAt);
    }
}
