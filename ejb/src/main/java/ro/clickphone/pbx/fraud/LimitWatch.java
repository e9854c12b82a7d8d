package ro.clickphone.pbx.fraud;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.ledger.DailySpend;
import ro.clickphone.pbx.ledger.DaySpent;
import ro.clickphone.pbx.ledger.LimitMet;
import ro.clickphone.pbx.ledger.ReservationService;
import ro.clickphone.pbx.notify.Mail;
import ro.clickphone.pbx.notify.Outbox;
import ro.clickphone.pbx.notify.Pace;

/**
 * Tells of the daily limit: at half, at most and at all of it, each once a day (manual, item 173), and on the morning
 * after a day on which it was met. Calls in progress count by what is set aside for them.
 */
@ApplicationScoped
@Transactional
class LimitWatch {
    private static final int DAYS_KEPT = 40;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private FraudService fraud;

    @Inject
    private AccountService accounts;

    @Inject
    private ReservationService reservations;

    @Inject
    private SecurityMail mail;

    @Inject
    private Outbox outbox;

    void spent(@Observes DaySpent event) {
        fraud.settings(event.account()).dailyLimit().ifPresent(limit -> LimitMark.passed(
                        event.spend().total(), limit)
                .ifPresent(mark -> passed(event.account(), event.day(), mark, event.spend())));
    }

    /** A call that does not begin any more is the limit met, though its last cents are not spent. */
    void met(@Observes LimitMet event) {
        passed(event.account(), event.day(), LimitMark.ALL, event.spend());
    }

    /** The day is over: whoever met the limit on it may call again, and is told; so is the operator, of all of them. */
    void dayAfter(LocalDate today) {
        LocalDate day = today.minusDays(1);
        List<AccountId> met = metOn(day);
        met.forEach(account -> post(account, "fraud.limitDay", day, LimitMark.ALL, reservations.spent(account, day)));
        if (!met.isEmpty()) {
            String accountsMet = met.stream().map(AccountId::toString).collect(Collectors.joining(", "));
            outbox.postToOperator(
                    "fraud.limitsMet", new Pace.Once("limits " + day, Duration.ofDays(2)), day.toString(), accountsMet);
        }
        db.createNativeQuery("DELETE FROM limit_mark WHERE spent_on < ?1")
                .setParameter(1, today.minusDays(DAYS_KEPT))
                .executeUpdate();
    }

    private void passed(AccountId account, LocalDate day, LimitMark highest, DailySpend spend) {
        boolean fresh = false;
        for (LimitMark mark : LimitMark.values()) {
            if (mark.compareTo(highest) <= 0) {
                fresh = isFirst(account, day, mark);
            }
        }
        if (fresh) {
            post(account, highest == LimitMark.ALL ? "fraud.limitMet" : "fraud.limitNear", day, highest, spend);
        }
    }

    /** Of two calls that pass a mark at the same time one is the first. */
    private boolean isFirst(AccountId account, LocalDate day, LimitMark mark) {
        return db.createNativeQuery("INSERT IGNORE INTO limit_mark (account_id, spent_on, percent) VALUES (?1, ?2, ?3)")
                        .setParameter(1, account.value())
                        .setParameter(2, day)
                        .setParameter(3, mark.percent())
                        .executeUpdate()
                == 1;
    }

    private List<AccountId> metOn(LocalDate day) {
        List<?> rows = db.createNativeQuery(
                        "SELECT account_id FROM limit_mark WHERE spent_on = ?1 AND percent = ?2 ORDER BY account_id")
                .setParameter(1, day)
                .setParameter(2, LimitMark.ALL.percent())
                .getResultList();
        return rows.stream()
                .map(row -> new AccountId(((Number) row).longValue()))
                .toList();
    }

    private void post(AccountId account, String kind, LocalDate day, LimitMark mark, DailySpend spend) {
        String language = mail.language(account);
        String limit = fraud.settings(account)
                .dailyLimit()
                .map(amount -> euro(amount, language))
                .orElse("–");
        mail.find(account)
                .ifPresent(address -> outbox.post(
                        account,
                        Mail.of(
                                        kind,
                                        address,
                                        language,
                                        accounts.find(account).name(),
                                        mark.percent(),
                                        euro(spend.total(), language),
                                        limit,
                                        day.toString())
                                .at(new Pace.Once(kind + " " + mark + " " + day, Duration.ofDays(2)))));
    }

    private static String euro(Money amount, String language) {
        BigDecimal euro = amount.toEuro().setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        NumberFormat written = NumberFormat.getNumberInstance(Locale.forLanguageTag(language));
        written.setMinimumFractionDigits(2);
        written.setMaximumFractionDigits(4);
        return written.format(euro);
    }
}
