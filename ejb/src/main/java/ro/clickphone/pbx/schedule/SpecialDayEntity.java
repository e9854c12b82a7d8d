package ro.clickphone.pbx.schedule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import ro.clickphone.pbx.kernel.AccountId;

/** A {@link SpecialDay} as it is stored: its hours are one text, {@code 09:00-12:59,14:00-16:59}, empty when closed. */
@Entity
@Table(name = "special_day")
@IdClass(SpecialDayEntity.Key.class)
class SpecialDayEntity {
    @Id
    @Column(name = "account_id")
    private long accountId;

    @Id
    @Column(name = "day")
    private LocalDate date;

    @Column(name = "name")
    private String name;

    @Column(name = "hours")
    private String hours;

    protected SpecialDayEntity() {}

    SpecialDayEntity(AccountId account, SpecialDay day) {
        accountId = account.value();
        date = day.date();
        take(day);
    }

    final void take(SpecialDay day) {
        name = day.name();
        hours = day.intervals().stream()
                .map(interval -> interval.from() + "-" + interval.lastMinute())
                .collect(Collectors.joining(","));
    }

    SpecialDay day() {
        List<OpenInterval> intervals = Arrays.stream(hours.split(","))
                .filter(text -> !text.isEmpty())
                .map(text -> text.split("-"))
                .map(ends -> new OpenInterval(date.getDayOfWeek(), LocalTime.parse(ends[0]), LocalTime.parse(ends[1])))
                .toList();
        return new SpecialDay(date, name, intervals);
    }

    /** Its primary key. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        long accountId;
        LocalDate date;

        Key() {}

        Key(AccountId account, LocalDate date) {
            this.accountId = account.value();
            this.date = date;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && accountId == that.accountId && date.equals(that.date);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, date);
        }
    }
}
