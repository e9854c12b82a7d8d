package ro.clickphone.portal.schedule;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.prompt.PromptService;
import ro.clickphone.pbx.prompt.PromptSlot;
import ro.clickphone.pbx.schedule.OpeningHours;
import ro.clickphone.pbx.schedule.ScheduleService;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
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
    private PromptService prompts;

    @Inject
    private Refusals refusals;

    @Inject
    private Clock clock;

    private List<DayForm> days;
    private OpeningHours read;
    private boolean told;

    /** What is stored, instead of what was being written. */
    @PostConstruct
    public void readAgain() {
        OpeningHours hours = schedules.schedule(me.id()).week();
        read = hours;
        told = false;
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
            schedules.save(me.id(), read, week());
            read = schedules.schedule(me.id()).week();
            told = false;
            refusals.done(week().alwaysOpen() ? "schedule.saved.always" : "schedule.saved");
        } catch (Refusal refusal) {
            if (refusal.code().equals("edit.stale")) {
                read = schedules.schedule(me.id()).week(); // who saves once more knows what is replaced
                told = true;
            }
            refusals.show(refusal, "");
        }
    }

    /** Whether somebody else has saved while this page was open, and their work was not shown or replaced yet. */
    public boolean isOvertaken() {
        return told || !schedules.schedule(me.id()).week().equals(read);
    }

    /** Judged by what is stored, not by what is being typed. */
    public boolean isOpenNow() {
        return schedules.schedule(me.id()).openAt(clock.instant(), me.zone());
    }

    /** {@code Deschide luni, 30.11.2026 09:00}; empty when nothing changes within two weeks. */
    public String getNextChange() {
        return schedules
                .schedule(me.id())
                .nextChange(clock.instant(), me.zone())
                .map(moment -> LocalDateTime.ofInstant(moment, me.zone()))
                .map(local -> refusals.text(
                        isOpenNow() ? "schedule.next.closes" : "schedule.next.opens",
                        List.of(
                                local.getDayOfWeek().getDisplayName(TextStyle.FULL, language.getLocale()),
                                Moments.date(local.toLocalDate(), language.getLocale()),
                                local.toLocalTime().toString())))
                .orElse("");
    }

    public boolean isWelcomeRecorded() {
        return prompts.filled(me.id()).contains(PromptSlot.QUEUE_WELCOME);
    }

    public boolean isClosedRecorded() {
        return prompts.filled(me.id()).contains(PromptSlot.CLOSED);
    }

    private OpeningHours week() {
        return new OpeningHours(days.stream().flatMap(DayForm::stored).toList());
    }

    public String name(DayOfWeek day) {
        String name = day.getDisplayName(TextStyle.FULL_STANDALONE, language.getLocale());
        return name.substring(0, 1).toUpperCase(language.getLocale()) + name.substring(1);
    }

    /** No day is ticked: the exchange is open all the time (item 86). */
    public boolean isWithoutHours() {
        return days.stream().noneMatch(DayForm::isOpen);
    }

    public List<DayForm> getDays() {
        return days;
    }

    public String getZone() {
        return me.zone().getId();
    }
}
