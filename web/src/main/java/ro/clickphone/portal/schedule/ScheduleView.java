package ro.clickphone.portal.schedule;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.schedule.OpeningHours;
import ro.clickphone.pbx.schedule.ScheduleService;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;

/** The week in which calls are taken (manual, items 84 to 90). */
@Named
@ViewScoped
public class ScheduleView implements Serializable {
    private static final long serialVersionUID = 1L;

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

    private List<DayForm> days;

    @PostConstruct
    void read() {
        OpeningHours hours = schedules.hours(me.id());
        days = Arrays.stream(DayOfWeek.values())
                .map(day -> new DayForm(
                        day,
                        hours.intervals().stream()
                                .filter(interval -> interval.day() == day)
                                .toList()))
                .toList();
    }

    public void save() {
        try {
            schedules.save(me.id(), week());
            refusals.done(week().alwaysOpen() ? "schedule.saved.always" : "schedule.saved");
        } catch (Refusal refusal) {
            refusals.show(refusal, "");
        }
    }

    /** Judged by the stored week, not by what is being typed. */
    public boolean isOpenNow() {
        return schedules.hours(me.id()).openAt(clock.instant(), me.zone());
    }

    private OpeningHours week() {
        return new OpeningHours(days.stream().flatMap(DayForm::stored).toList());
    }

    public String name(DayOfWeek day) {
        String name = day.getDisplayName(TextStyle.FULL_STANDALONE, language.getLocale());
        return name.substring(0, 1).toUpperCase(language.getLocale()) + name.substring(1);
    }

    public List<DayForm> getDays() {
        return days;
    }

    public String getZone() {
        return me.zone().getId();
    }
}
