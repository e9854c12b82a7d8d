package ro.clickphone.pbx.fraud;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;
import ro.clickphone.pbx.kernel.Money;

@Entity
@Table(name = "call_restriction")
class RestrictionEntity {
    @Id
    @Column(name = "account_id")
    private long account;

    private String permitted;
    private boolean blocked;

    @Enumerated(EnumType.STRING)
    private CallRules.Anonymous anonymous;

    @Column(name = "daily_limit")
    private Long dailyLimit;

    @Column(name = "price_cap")
    private Long priceCap;

    @Column(name = "held_since")
    @Convert(converter = InstantAsUtc.class)
    private Instant heldSince;

    @Enumerated(EnumType.STRING)
    @Column(name = "on_alarm")
    private OnAlarm onAlarm;

    @Column(name = "security_mail")
    private String securityMail;

    @Version
    private long version;

    protected RestrictionEntity() {}

    RestrictionEntity(AccountId account) {
        this.account = account.value();
        this.anonymous = CallRules.Anonymous.ADMITTED;
        this.securityMail = "";
        this.onAlarm = OnAlarm.TELL;
        restrict(Restrictions.USUAL);
    }

    FraudSettings asSettings() {
        return new FraudSettings(
                restrictions(),
                anonymous,
                Optional.ofNullable(dailyLimit).map(Money::new),
                Optional.ofNullable(priceCap).map(Money::new),
                Optional.ofNullable(heldSince),
                onAlarm);
    }

    final void restrict(Restrictions wanted) {
        permitted = RestrictionColumns.write(wanted);
        blocked = wanted.isBlocked();
    }

    Restrictions restrictions() {
        return RestrictionColumns.read(permitted, blocked);
    }

    void setAnonymous(CallRules.Anonymous wanted) {
        anonymous = wanted;
    }

    void setDailyLimit(Optional<Money> limit) {
        dailyLimit = limit.map(Money::micros).orElse(null);
    }

    void setPriceCap(Optional<Money> cap) {
        priceCap = cap.map(Money::micros).orElse(null);
    }

    void setOnAlarm(OnAlarm wanted) {
        onAlarm = wanted;
    }

    void hold(Instant since) {
        heldSince = since;
    }

    void release() {
        heldSince = null;
    }

    String securityMail() {
        return securityMail;
    }

    void setSecurityMail(String address) {
        securityMail = address;
    }
}
