package ro.clickphone.pbx.recording;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.recording.RecordingRule.Recorded;

@Entity
@Table(name = "recording_setting")
class RecordingRuleEntity {
    @Id
    @Column(name = "account_id")
    private long accountId;

    /** Their names, a comma between them. */
    private String recorded;

    @Column(name = "kept_days")
    private int keptDays;

    protected RecordingRuleEntity() {}

    RecordingRuleEntity(AccountId account, RecordingRule rule) {
        this.accountId = account.value();
        this.recorded = rule.recorded().stream().map(Recorded::name).collect(Collectors.joining(","));
        this.keptDays = rule.keptDays();
    }

    RecordingRule asRule() {
        return new RecordingRule(
                Pattern.compile(",")
                        .splitAsStream(recorded)
                        .filter(name -> !name.isEmpty())
                        .map(Recorded::valueOf)
                        .collect(Collectors.toSet()),
                keptDays);
    }
}
