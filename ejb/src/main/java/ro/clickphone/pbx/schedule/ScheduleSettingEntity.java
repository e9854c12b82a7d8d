package ro.clickphone.pbx.schedule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import ro.clickphone.pbx.kernel.AccountId;

/** What a customer said of the schedule beside its days. */
@Entity
@Table(name = "schedule_setting")
class ScheduleSettingEntity {
    @Id
    @Column(name = "account_id")
    private long accountId;

    @Enumerated(EnumType.STRING)
    @Column(name = "holidays")
    private HolidayRule holidays;

    protected ScheduleSettingEntity() {}

    ScheduleSettingEntity(AccountId account, HolidayRule holidays) {
        accountId = account.value();
        this.holidays = holidays;
    }

    void observe(HolidayRule rule) {
        holidays = rule;
    }

    HolidayRule holidays() {
        return holidays;
    }
}
