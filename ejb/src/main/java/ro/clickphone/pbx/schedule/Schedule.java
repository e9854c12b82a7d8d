package ro.clickphone.pbx.schedule;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a customer takes calls: the week, the legal holidays, and dates that differ. A date of its own goes before a
 * holiday, and a holiday before the week. An interval over midnight belongs to the day on which it begins: the night shift
 * of Christmas Eve ends on Christmas morning, whatever is said of Christmas. Judged by the wall clock of the customer's
 * time zone, so a working day begins at nine in summer and winter.
 *
 * @param special at most {@link #MOST_SPECIAL_DAYS}, none twice, kept in the order of the calendar
 */
public record Schedule(OpeningHours week, HolidayRule holidays, List<SpecialDay> special) implements Serializable {
    public static final int MOST_SPECIAL_DAYS = 200;
    public static final Schedule ALWAYS_OPEN = weekly(OpeningHours.ALWAYS_OPEN);

    private static final int DAYS_LOOKED_AHEAD = 15;

    public Schedule {
        Objects.requireNonNull(week, "week");
        Objects.requireNonNull(holidays, "holidays");
        if (special.size() > MOST_SPECIAL_DAYS) {
            throw new IllegalArgumentException(special.size() + " special days, at most " + MOST_SPECIAL_DAYS);
        }
        special =
                special.stream().sorted(Comparator.comparing(SpecialDay::date)).toList();
    }

    /** No more than a week that repeats itself. */
    public static Schedule weekly(OpeningHours week) {
        return new Schedule(week, HolidayRule.AS_ANY_DAY, List.of());
    }

    /** Whether the exchange is open at a moment, and what said so. */
    public record Verdict(Answer answer, DayRule rule) {
        public boolean isOpen() {
            return answer == Answer.OPEN;
        }
    }

    /** What a caller meets. */
    public enum Answer {
        OPEN,
        CLOSED
    }

    /** What decides about a date. */
    public sealed interface DayRule extends Serializable {
        /** No day of the week is ticked (manual, item 86). */
        record NoHours() implements DayRule {}

        /** The week. */
        record Weekly() implements DayRule {}

        /** A legal holiday on which the customer is closed. */
        record Holiday(LegalHoliday holiday) implements DayRule {}

        /** A date that differs. */
        record Special(SpecialDay day) implements DayRule {}
    }

    /** Whether it never closes. */
    public boolean alwaysOpen() {
        return week.alwaysOpen() && holidays == HolidayRule.AS_ANY_DAY && special.isEmpty();
    }

    public boolean openAt(Instant moment, ZoneId zone) {
        return at(moment, zone).isOpen();
    }

    public Verdict at(Instant moment, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        LocalDate today = local.toLocalDate();
        DayRule rule = rule(today);
        if (rule instanceof DayRule.NoHours || begun(today, local)) {
            return new Verdict(Answer.OPEN, rule);
        }
        LocalDate yesterday = today.minusDays(1);
        return begun(yesterday, local) ? new Verdict(Answer.OPEN, rule(yesterday)) : new Verdict(Answer.CLOSED, rule);
    }

    /** What decides about that date. */
    public DayRule rule(LocalDate date) {
        return special.stream()
                .filter(day -> day.date().equals(date))
                .findFirst()
                .<DayRule>map(DayRule.Special::new)
                .or(() -> holiday(date).map(DayRule.Holiday::new))
                .orElseGet(() -> week.alwaysOpen() ? new DayRule.NoHours() : new DayRule.Weekly());
    }

    /** When it opens or closes next; empty when it does not within two weeks. */
    public Optional<Instant> nextChange(Instant moment, ZoneId zone) {
        boolean now = openAt(moment, zone);
        LocalDate today = LocalDate.ofInstant(moment, zone);
        return Stream.iterate(today.minusDays(1), date -> date.plusDays(1))
                .limit(DAYS_LOOKED_AHEAD + 1)
                .flatMap(date -> edges(date, zone))
                .filter(edge -> edge.isAfter(moment))
                .sorted()
                .filter(edge -> openAt(edge, zone) != now)
                .findFirst();
    }

    private boolean begun(LocalDate date, LocalDateTime local) {
        return intervals(date).stream().anyMatch(interval -> interval.runs(date, local));
    }

    private List<OpenInterval> intervals(LocalDate date) {
        DayRule rule = rule(date);
        if (rule instanceof DayRule.Special special) {
            return special.day().intervals();
        } else if (rule instanceof DayRule.Weekly) {
            return week.intervals().stream()
                    .filter(interval -> interval.day() == date.getDayOfWeek())
                    .toList();
        }
        return List.of();
    }

    private Optional<LegalHoliday> holiday(LocalDate date) {
        return holidays == HolidayRule.CLOSED ? LegalHoliday.on(date) : Optional.empty();
    }

    private Stream<Instant> edges(LocalDate date, ZoneId zone) {
        Stream<LocalDateTime> ends = intervals(date).stream()
                .flatMap(interval -> Stream.of(date.atTime(interval.from()), interval.endAfter(date)));
        return Stream.concat(Stream.of(date.atTime(LocalTime.MIDNIGHT)), ends)
                .map(local -> local.atZone(zone).toInstant());
    }
}
