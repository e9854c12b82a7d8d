package ro.clickphone.portal.schedule;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.schedule.HolidayRule;
import ro.clickphone.pbx.schedule.LegalHoliday;
import ro.clickphone.pbx.schedule.OpenInterval;
import ro.clickphone.pbx.schedule.Schedule;
import ro.clickphone.pbx.schedule.Schedule.DayRule;
import ro.clickphone.pbx.schedule.ScheduleService;
import ro.clickphone.pbx.schedule.SpecialDay;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;

/** Legal holidays of the coming year as they are proposed, and dates with hours of their own (manual, item 93). */
@Named
@ViewScoped
public class SpecialDays implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String FORM = "special";
    private static final LocalTime USUAL_FROM = LocalTime.of(9, 0);
    private static final LocalTime USUAL_LAST = LocalTime.of(12, 59);

    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private ScheduleService schedules;

    @Inject
    private Refusals refusals;

    @Inject
    private Clock clock;

    private LocalDate date;
    private String name = "";
    private boolean closed = true;
    private List<IntervalForm> intervals = usual();

    /**
     * One line of the list.
     *
     * @param hours {@code 09:00–13:00}; empty when closed all day
     * @param kind {@code CLOSED}, {@code HOURS} or {@code USUAL}
     */
    public record Line(LocalDate date, String when, String name, String hours, String kind, boolean own) {}

    /** What lies ahead within a year: holidays, and the customer's own dates. */
    public List<Line> getLines() {
        Schedule schedule = schedules.schedule(me.id());
        LocalDate today = today();
        Map<LocalDate, String> ahead = new TreeMap<>(holidays(today));
        schedule.special().stream()
                .filter(day -> !day.date().isBefore(today))
                .forEach(day -> ahead.merge(day.date(), day.name(), SpecialDays::bothNames));
        return ahead.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue(), schedule))
                .toList();
    }

    private Map<LocalDate, String> holidays(LocalDate today) {
        LocalDate end = today.plusYears(1);
        return IntStream.rangeClosed(today.getYear(), end.getYear())
                .boxed()
                .flatMap(year -> Arrays.stream(LegalHoliday.values())
                        .map(holiday -> Map.entry(holiday.in(year), refusals.text("holiday." + holiday, List.of()))))
                .filter(entry ->
                        !entry.getKey().isBefore(today) && entry.getKey().isBefore(end))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, SpecialDays::bothNames));
    }

    private static String bothNames(String one, String other) {
        return other.isEmpty() || other.equals(one) ? one : one + ", " + other;
    }

    private Line line(LocalDate day, String title, Schedule schedule) {
        DayRule rule = schedule.rule(day);
        boolean own = rule instanceof DayRule.Special;
        if (rule instanceof DayRule.Special special && !special.day().isClosed()) {
            return new Line(day, when(day), title, hours(special.day().intervals()), "HOURS", own);
        }
        boolean shut = own || rule instanceof DayRule.Holiday;
        return new Line(day, when(day), title, "", shut ? "CLOSED" : "USUAL", own);
    }

    private static String hours(List<OpenInterval> intervals) {
        return intervals.stream()
                .map(interval -> interval.from() + "–" + interval.lastMinute().plusMinutes(1))
                .collect(Collectors.joining(", "));
    }

    private String when(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, language.getLocale()) + " "
                + Moments.date(day, language.getLocale());
    }

    public boolean isClosedOnHolidays() {
        return schedules.schedule(me.id()).holidays() == HolidayRule.CLOSED;
    }

    /** Counts at once: a switch is no form. */
    public void setClosedOnHolidays(boolean wanted) {
        HolidayRule rule = wanted ? HolidayRule.CLOSED : HolidayRule.AS_ANY_DAY;
        if (schedules.schedule(me.id()).holidays() != rule) {
            schedules.observe(me.id(), rule);
            refusals.done("schedule.holidays." + rule);
        }
    }

    /** Puts a line into the form. */
    public void edit(Line line) {
        date = line.date();
        name = line.name();
        DayRule rule = schedules.schedule(me.id()).rule(date);
        if (rule instanceof DayRule.Special special) {
            name = special.day().name();
            closed = special.day().isClosed();
            intervals = closed ? usual() : forms(special.day().intervals());
        } else {
            closed = !(rule instanceof DayRule.Holiday);
            intervals = usual();
        }
    }

    public void save() {
        try {
            schedules.set(me.id(), day());
            refusals.done("schedule.day.saved", Moments.date(date, language.getLocale()));
            clear();
        } catch (Refusal refusal) {
            refusals.show(refusal, FORM);
        }
    }

    public void forget(LocalDate day) {
        schedules.forget(me.id(), day);
        refusals.done("schedule.day.forgotten", Moments.date(day, language.getLocale()));
    }

    private SpecialDay day() {
        List<OpenInterval> open = closed
                ? List.of()
                : intervals.stream()
                        .map(form -> new OpenInterval(date.getDayOfWeek(), form.getFrom(), form.getLast()))
                        .toList();
        return new SpecialDay(date, name.strip(), open);
    }

    private void clear() {
        date = null;
        name = "";
        closed = true;
        intervals = usual();
    }

    public void addInterval() {
        if (intervals.size() < SpecialDay.MOST_INTERVALS) {
            intervals.add(new IntervalForm(USUAL_FROM, USUAL_LAST));
        }
    }

    public void removeInterval(IntervalForm interval) {
        if (intervals.size() > 1) {
            intervals.remove(interval);
        }
    }

    private static List<IntervalForm> usual() {
        return new ArrayList<>(List.of(new IntervalForm(USUAL_FROM, USUAL_LAST)));
    }

    private static List<IntervalForm> forms(List<OpenInterval> open) {
        return open.stream()
                .map(interval -> new IntervalForm(interval.from(), interval.lastMinute()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), me.zone());
    }

    /** The first date that the browser offers. */
    public String getEarliest() {
        return today().toString();
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isClosed() {
        return closed;
    }

    public void setClosed(boolean closed) {
        this.closed = closed;
    }

    public List<IntervalForm> getIntervals() {
        return intervals;
    }

    public boolean isSeveral() {
        return intervals.size() > 1;
    }
}
