package ro.clickphone.pbx.recording;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import ro.clickphone.pbx.kernel.AccountId;

@Entity
@Table(name = "recording_setting")
class RecordingRuleEntity {
    @Id
    @Column(name = "account_id")
    private long accountId;

    @Enumerated(EnumType.STRING)
    private RecordingRule.Recorded recorded;

    @Column(name = "kept_days")
    private int keptDays;

    protected RecordingRuleEntity() {}

    RecordingRuleEntity(AccountId account, RecordingRule rule) {
        this.accountId = account.value();
        this.recorded = rule.recorded();
        this.keptDays = rule.keptDays();
    }

    RecordingRule asRule() {
        return new RecordingRule(recorded, keptDays);
    }
}
