package ro.clickphone.pbx.fraud;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.notify.Mail;
import ro.clickphone.pbx.notify.Outbox;
import ro.clickphone.pbx.notify.Pace;
import ro.clickphone.pbx.number.NumberPlan;

/** Compares an account's last hour with its usual weeks; raises alarms, once a day each. */
@ApplicationScoped
@Transactional
class AlarmDesk {
    private static final String BUNDLE = "ro.clickphone.pbx.fraud.alarms";
    private static final Duration USUAL_WEEKS = Duration.ofDays(28);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final int MOST_LOOKED_AT = 20_000;
    private static final int MOST_SHOWN = 20;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private AccountService accounts;

    @Inject
    private FraudService fraud;

    @Inject
    private SecurityMail mail;

    @Inject
    private Outbox outbox;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    private final Map<AccountId, Known> usual = new ConcurrentHashMap<>();

    private record Known(UsualUse use, Instant readAt) {}

    void look(AccountId account, List<PlacedCall> lastHour) {
        Instant now = clock.instant();
        ZoneId zone = accounts.find(account).timeZone();
        OnAlarm answer = fraud.settings(account).onAlarm();
        usual(account, zone, now)
                .alarms(lastHour, zone, now, answer)
                .forEach(alarm -> raise(account, LocalDate.ofInstant(now, zone), alarm));
    }

    /** The newest first. */
    List<UseAlarm> latest(AccountId account) {
        List<?> rows = db.createNativeQuery("SELECT kind, subject, found, usual, raised_at, answer FROM use_alarm"
                        + " WHERE account_id = ?1 ORDER BY raised_at DESC, kind")
                .setParameter(1, account.value())
                .setMaxResults(MOST_SHOWN)
                .getResultList();
        return rows.stream().map(row -> read((Object[]) row)).toList();
    }

    /** Before the last hour: what is being looked at is not its own measure. */
    private UsualUse usual(AccountId account, ZoneId zone, Instant now) {
        Known known = usual.get(account);
        if (known == null || known.readAt().isBefore(now.minus(FRESH))) {
            known = new Known(UsualUse.of(past(account, now), zone), now);
            usual.put(account, known);
        }
        return known.use();
    }

    private List<PlacedCall> past(AccountId account, Instant now) {
        List<?> rows = db.createNativeQuery("SELECT started_at, destination FROM call_detail WHERE account_id = ?1"
                        + " AND direction = 'PLACED' AND started_at >= ?2 AND started_at < ?3 ORDER BY started_at DESC")
                .setParameter(1, account.value())
                .setParameter(2, utc(now.minus(USUAL_WEEKS)))
                .setParameter(3, utc(now.minus(FRESH)))
                .setMaxResults(MOST_LOOKED_AT)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new PlacedCall(instant(row[0]), normal(String.valueOf(row[1]))))
                .toList();
    }

    /** Reports keep numbers as people dial them. */
    private static String normal(String dialled) {
        return NumberPlan.fromCarrier(dialled).map(E164::value).orElse(dialled);
    }

    private void raise(AccountId account, LocalDate day, UseAlarm alarm) {
        boolean first = db.createNativeQuery("INSERT IGNORE INTO use_alarm (account_id, raised_on, kind, subject,"
                                + " raised_at, found, usual, answer) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
                        .setParameter(1, account.value())
                        .setParameter(2, day)
                        .setParameter(3, alarm.kind().name())
                        .setParameter(4, alarm.subject())
                        .setParameter(5, utc(alarm.at()))
                        .setParameter(6, alarm.found())
                        .setParameter(7, alarm.usual())
                        .setParameter(8, alarm.answer().name())
                        .executeUpdate()
                == 1;
        if (first) {
            audit.record(
                    account,
                    new Act(
                            "fraud.alarm",
                            alarm.kind() + " " + alarm.subject(),
                            "" + alarm.usual(),
                            "" + alarm.found()));
            if (alarm.answer() == OnAlarm.HOLD) {
                fraud.hold(account);
            }
            mail.find(account).ifPresent(address -> tell(account, address, alarm));
        }
    }

    private void tell(AccountId account, String address, UseAlarm alarm) {
        String language = mail.language(account);
        Locale locale = Locale.forLanguageTag(language);
        String what = words(
                alarm.kind().name(),
                language,
                alarm.found(),
                alarm.usual(),
                new Locale("", alarm.subject()).getDisplayCountry(locale));
        String done = words("answer." + alarm.answer(), language);
        outbox.post(
                account,
                Mail.of("fraud.alarm", address, language, accounts.find(account).name(), what, done)
                        .at(new Pace.Once(alarm.kind() + alarm.subject(), Duration.ofHours(12))));
    }

    private static String words(String key, String language, Object... arguments) {
        Locale locale = Locale.forLanguageTag(language);
        ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, locale, AlarmDesk.class.getClassLoader());
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }

    private static UseAlarm read(Object[] row) {
        return new UseAlarm(
                UseAlarm.Kind.valueOf((String) row[0]),
                (String) row[1],
                ((Number) row[2]).longValue(),
                ((Number) row[3]).longValue(),
                instant(row[4]),
                OnAlarm.valueOf((String) row[5]));
    }

    private static Timestamp utc(Instant at) {
        return Timestamp.from(at);
    }

    private static Instant instant(Object column) {
        return ((Timestamp) column).toInstant();
    }
}
