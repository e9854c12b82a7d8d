package ro.clickphone.pbx.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import ro.clickphone.pbx.card.CardTill;
import ro.clickphone.pbx.catalogue.ExpiringMinutes;
import ro.clickphone.pbx.catalogue.MonthlyRun;
import ro.clickphone.pbx.charging.ForgottenCalls;
import ro.clickphone.pbx.efactura.Courier;
import ro.clickphone.pbx.efactura.EFacturaDesk;
import ro.clickphone.pbx.extension.RegistrationService;
import ro.clickphone.pbx.fraud.DailyLimits;
import ro.clickphone.pbx.payment.Advances;
import ro.clickphone.pbx.tax.NationalBank;

/** What happens by the clock, a line each: name, when (Bucharest), and the service that does it. */
@ApplicationScoped
class Timetable {
    @Inject
    private RegistrationService registrations;

    @Inject
    private NightlyProof proof;

    @Inject
    private MonthlyRun fees;

    @Inject
    private ExpiringMinutes minutes;

    @Inject
    private DailyLimits limits;

    @Inject
    private Forgetting forgetting;

    @Inject
    private Courier courier;

    @Inject
    private EFacturaDesk efactura;

    @Inject
    private NationalBank nationalBank;

    @Inject
    private ForgottenCalls calls;

    @Inject
    private CardTill till;

    @Inject
    private Advances advances;

    List<TimedWork> works() {
        return List.of(
                new TimedWork("exchange-is-alive", "50 * * * * ?", at -> registrations.alive()),
                new TimedWork("daily-limits", "5 0 0 * * ?", at -> limits.dayBegins(dayOf(at))),
                new TimedWork("forget-what-is-old", "0 15 4 * * ?", at -> forgetting.run()),
                new TimedWork("fees-of-the-month", "0 1 0 1 * ?", fees::run),
                new TimedWork("fees-left-over", "0 7/10 * * * ?", fees::run),
                new TimedWork("fees-owed", "0 30 8 * * ?", at -> fees.remind()),
                new TimedWork("advances-of-the-month", "0 30 1 * * ?", advances::run),
                new TimedWork("minutes-expiring", "0 0 10 * * ?", minutes::run),
                new TimedWork("efactura", "40 * * * * ?", at -> courier.run()),
                new TimedWork("euro-rate", "0 20 13-18 * * ?", at -> nationalBank.run()),
                new TimedWork("efactura-deadlines", "0 0 9 * * ?", at -> efactura.watchDeadlines()),
                new TimedWork("card-payments-without-notice", "20 2/10 * * * ?", at -> till.askForOpen()),
                new TimedWork("forgotten-calls", "0 3/10 * * * ?", at -> calls.sweep()),
                new TimedWork("prove-ledger", "0 45 3 * * ?", at -> proof.run()));
    }

    private static LocalDate dayOf(Instant planned) {
        return planned.atZone(ZoneId.of("Europe/Bucharest")).toLocalDate();
    }
}
