package ro.clickphone.pbx.recording;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
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

    /** Extensions, a comma between them. */
    private String never;

    protected RecordingRuleEntity() {}

    RecordingRuleEntity(AccountId account, RecordingRule rule) {
        this.accountId = account.value();
        this.recorded = rule.recorded().stream().map(Recorded::name).collect(Collectors.joining(","));
        this.keptDays = rule.keptDays();
        this.never = rule.never().stream()
                .map(ExtensionNumber::value)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    RecordingRule asRule() {
        return new RecordingRule(
                names(recorded).map(Recorded::valueOf).collect(Collectors.toSet()),
                keptDays,
                names(never).map(Integer::valueOf).map(ExtensionNumber::new).collect(Collectors.toSet()));
    }

    private static Stream<String> names(String text) {
        return Pattern.compile(",").splitAsStream(text).filter(name -> !name.isEmpty());
    }
}
