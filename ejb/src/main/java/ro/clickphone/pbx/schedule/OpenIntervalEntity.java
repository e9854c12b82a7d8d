package ro.clickphone.pbx.schedule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Objects;
import ro.clickphone.pbx.kernel.AccountId;

/** An {@link OpenInterval} as it is stored: minutes of the day, Monday is 1. */
@Entity
@Table(name = "open_interval")
@IdClass(OpenIntervalEntity.Key.class)
class OpenIntervalEntity {
    private static final int MINUTES_OF_HOUR = 60;

    @Id
    @Column(name = "account_id")
    private long accountId;

    @Id
    @Column(name = "week_day")
    private int weekDay;

    @Id
    @Column(name = "from_minute")
    private int fromMinute;

    @Column(name = "last_minute")
    private int lastMinute;

    protected OpenIntervalEntity() {}

    OpenIntervalEntity(AccountId account, OpenInterval interval) {
        accountId = account.value();
        weekDay = interval.day().getValue();
        fromMinute = minuteOfDay(interval.from());
        lastMinute = minuteOfDay(interval.lastMinute());
    }

    OpenInterval interval() {
        return new OpenInterval(DayOfWeek.of(weekDay), timeOf(fromMinute), timeOf(lastMinute));
    }

    private static int minuteOfDay(LocalTime time) {
        return time.getHour() * MINUTES_OF_HOUR + time.getMinute();
    }

    private static LocalTime timeOf(int minuteOfDay) {
        return LocalTime.of(minuteOfDay / MINUTES_OF_HOUR, minuteOfDay % MINUTES_OF_HOUR);
    }

    /** Its primary key. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        long accountId;
        int weekDay;
        int fromMinute;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && accountId == that.accountId
                    && weekDay == that.weekDay
                    && fromMinute == that.fromMinute;
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, weekDay, fromMinute);
        }
    }
}
