package ro.clickphone.pbx.schedule;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Refusal;

/** The schedule of a customer (manual, step 2). What is saved counts from the next call on. */
@Stateless
@Guarded
public class ScheduleService {
    /** How long a date that has passed is kept, for whoever asks why callers met a closed exchange. */
    private static final Period REMEMBERED = Period.ofMonths(3);

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Event<AccountChanged> changed;

    @Inject
    private AccountService accounts;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** {@link Schedule#ALWAYS_OPEN} while nothing was saved. */
    @Guarded(Need.READ)
    public Schedule schedule(AccountId account) {
        List<SpecialDay> special =
                days(account).stream().map(SpecialDayEntity::day).toList();
        return new Schedule(
                week(account),
                setting(account).map(ScheduleSettingEntity::holidays).orElse(HolidayRule.AS_ANY_DAY),
                special);
    }

    /**
     * Replaces the whole week.
     *
     * @throws Refusal {@code schedule.sameStart} when two intervals of a day begin in the same minute
     */
    public void save(AccountId account, OpeningHours hours) {
        refuseSameStart(hours.intervals());
        audit.record(account, new Act("schedule.week", "", text(week(account).intervals()), text(hours.intervals())));
        db.createQuery("DELETE FROM OpenIntervalEntity i WHERE i.accountId = :account")
                .setParameter("account", account.value())
                .executeUpdate();
        hours.intervals().forEach(interval -> db.persist(new OpenIntervalEntity(account, interval)));
        changed.fire(new AccountChanged(account));
    }

    /**
     * The same for somebody who has looked at the week for a while.
     *
     * @param read the week that was to be changed
     * @throws Refusal {@code edit.stale} when somebody else has saved since
     */
    public void save(AccountId account, OpeningHours read, OpeningHours hours) {
        accounts.hold(account);
        if (!week(account).equals(read)) {
            throw new Refusal("edit.stale", "");
        }
        save(account, hours);
    }

    /** What legal holidays are, from now on. */
    public void observe(AccountId account, HolidayRule holidays) {
        String was = setting(account).map(known -> known.holidays().name()).orElse("");
        audit.record(account, new Act("schedule.holidays", "", was, holidays.name()));
        setting(account)
                .ifPresentOrElse(
                        known -> known.observe(holidays),
                        () -> db.persist(new ScheduleSettingEntity(account, holidays)));
        changed.fire(new AccountChanged(account));
    }

    /**
     * Gives a date hours of its own, instead of those it had. Dates that are long past are forgotten then.
     *
     * @throws Refusal {@code schedule.past}, {@code schedule.sameStart}, {@code schedule.tooManyDays}
     */
    public void set(AccountId account, SpecialDay day) {
        LocalDate today = today(account);
        if (day.date().isBefore(today)) {
            throw new Refusal("schedule.past", "date", day.date());
        }
        refuseSameStart(day.intervals());
        forgetBefore(account, today.minus(REMEMBERED));
        SpecialDayEntity known = db.find(SpecialDayEntity.class, new SpecialDayEntity.Key(account, day.date()));
        String was = known == null ? "" : text(known.day());
        audit.record(account, new Act("schedule.day", day.date().toString(), was, text(day)));
        if (known == null) {
            refuseTooMany(account);
            db.persist(new SpecialDayEntity(account, day));
        } else {
            known.take(day);
        }
        changed.fire(new AccountChanged(account));
    }

    /** The date is like any other again; nothing when it was. */
    public void forget(AccountId account, LocalDate date) {
        SpecialDayEntity known = db.find(SpecialDayEntity.class, new SpecialDayEntity.Key(account, date));
        if (known != null) {
            audit.record(account, new Act("schedule.day", date.toString(), text(known.day()), ""));
            db.remove(known);
            changed.fire(new AccountChanged(account));
        }
    }

    private static String text(SpecialDay day) {
        return day.isClosed() ? "CLOSED" : text(day.intervals());
    }

    private static String text(List<OpenInterval> intervals) {
        return intervals.stream()
                .map(open -> open.day() + " " + open.from() + "–" + open.lastMinute())
                .collect(Collectors.joining(", "));
    }

    private OpeningHours week(AccountId account) {
        return new OpeningHours(db.createQuery(
                        "SELECT i FROM OpenIntervalEntity i WHERE i.accountId = :account", OpenIntervalEntity.class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(OpenIntervalEntity::interval)
                .toList());
    }

    private List<SpecialDayEntity> days(AccountId account) {
        return db.createQuery("SELECT d FROM SpecialDayEntity d WHERE d.accountId = :account", SpecialDayEntity.class)
                .setParameter("account", account.value())
                .getResultList();
    }

    private Optional<ScheduleSettingEntity> setting(AccountId account) {
        return Optional.ofNullable(db.find(ScheduleSettingEntity.class, account.value()));
    }

    private LocalDate today(AccountId account) {
        return LocalDate.ofInstant(clock.instant(), accounts.find(account).timeZone());
    }

    private void forgetBefore(AccountId account, LocalDate date) {
        db.createQuery("DELETE FROM SpecialDayEntity d WHERE d.accountId = :account AND d.date < :date")
                .setParameter("account", account.value())
                .setParameter("date", date)
                .executeUpdate();
    }

    private void refuseTooMany(AccountId account) {
        if (days(account).size() >= Schedule.MOST_SPECIAL_DAYS) {
            throw new Refusal("schedule.tooManyDays", "date", Schedule.MOST_SPECIAL_DAYS);
        }
    }

    private static void refuseSameStart(List<OpenInterval> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            OpenInterval one = sorted.get(i - 1);
            OpenInterval next = sorted.get(i);
            if (one.day() == next.day() && one.from().equals(next.from())) {
                throw new Refusal("schedule.sameStart", "intervals", next.day(), next.from());
            }
        }
    }
}
