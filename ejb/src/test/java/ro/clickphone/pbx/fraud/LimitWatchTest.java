package ro.clickphone.pbx.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.account.NewUser;
import ro.clickphone.pbx.account.Users;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.ledger.Book;
import ro.clickphone.pbx.ledger.Grant;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.ledger.ReservationId;
import ro.clickphone.pbx.ledger.ReservationService;
import ro.clickphone.pbx.ledger.ReservationService.Range;
import ro.clickphone.pbx.ledger.TransferId;
import ro.clickphone.pbx.ledger.Wording;
import ro.clickphone.pbx.notify.MailFilter;
import ro.clickphone.pbx.notify.Outbox;
import ro.clickphone.pbx.notify.PostedMail;
import ro.clickphone.pbx.world.World;

class LimitWatchTest {
    private static World world;
    private static long accounts = 71_000;

    private final AccountId account = new AccountId(++accounts);
    private final String email = "limit" + account + "@probe.example";
    private ReservationService reservations;
    private Pin pin;
    private int calls;

    @BeforeAll
    static void open() {
        world = World.open();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void customer_with_ten_euros() {
        world.clock().setLocal("2015-10-05T11:30:04");
        world.the(AccountService.class)
                .create(account, new NewAccount("Ionescu Consult SRL", ZoneId.of("Europe/Bucharest"), 5));
        world.the(Users.class).add(account, new NewUser(email, "Ana", Role.OWNER, "O parolă de probă 2026"));
        world.the(LedgerService.class)
                .topUp(
                        account,
                        new TransferId("op:" + account),
                        Money.ofCents(1000),
                        Book.BANK,
                        Wording.of("ledger.topUp"));
        reservations = world.the(ReservationService.class);
        world.the(PinService.class).renew(account);
        pin = new Pin(text("fraud.pin").replaceAll("(?s).*este ([0-9]{6})\\..*", "$1"));
    }

    @Test
    void half_most_and_all_of_the_limit_are_told_once_each() {
        limit(100);
        call(40, 40);
        assertThat(kinds()).containsExactly("fraud.pin");
        call(15, 15);
        assertThat(kinds()).containsExactly("fraud.limitNear", "fraud.pin");
        assertThat(text("fraud.limitNear")).contains("50 %").contains("0,55 €").contains("1,00 €");
        call(10, 10);
        assertThat(kinds()).hasSize(2);
        call(20, 20);
        assertThat(text("fraud.limitNear")).contains("80 %");
        call(15, 15);
        assertThat(kinds().get(0)).isEqualTo("fraud.limitMet");
        assertThat(reserve(1)).isInstanceOf(Grant.OverLimit.class);
        assertThat(kinds()).hasSize(4);
    }

    @Test
    void marks_that_one_dear_call_leaps_over_are_not_told_afterwards() {
        limit(100);
        assertThat(reserve(100)).isInstanceOf(Grant.Granted.class);
        reservations.post(account, last(), Money.ofCents(60), Book.CALLS, today(), Wording.of("ledger.call"));
        call(5, 5);
        assertThat(kinds()).containsExactly("fraud.limitMet", "fraud.pin");
    }

    @Test
    void refused_call_is_the_limit_met_although_its_last_cents_are_left() {
        limit(100);
        call(97, 97);
        assertThat(kinds().get(0)).isEqualTo("fraud.limitNear");
        assertThat(reserve(5)).isInstanceOf(Grant.OverLimit.class);
        assertThat(kinds().get(0)).isEqualTo("fraud.limitMet");
    }

    @Test
    void limit_of_nothing_refuses_the_first_paid_call() {
        limit(0);
        assertThat(reserve(1)).isInstanceOf(Grant.OverLimit.class);
        assertThat(kinds().get(0)).isEqualTo("fraud.limitMet");
    }

    @Test
    void account_without_a_limit_is_told_nothing() {
        call(900, 900);
        assertThat(kinds()).doesNotContain("fraud.limitNear", "fraud.limitMet");
    }

    @Test
    void next_day_begins_at_local_midnight_with_the_whole_limit_and_a_report_of_the_day_before() {
        limit(100);
        call(100, 100);
        world.clock().setLocal("2015-10-05T23:59:59");
        assertThat(reserve(1)).isInstanceOf(Grant.OverLimit.class);
        world.clock().setLocal("2015-10-06T00:00:05");
        world.the(DailyLimits.class).dayBegins(LocalDate.of(2015, 10, 6));
        world.the(DailyLimits.class).dayBegins(LocalDate.of(2015, 10, 6));
        assertThat(kinds().stream().filter("fraud.limitDay"::equals)).hasSize(1);
        assertThat(text("fraud.limitDay")).contains("2015-10-05").contains("1,00 €");
        assertThat(reserve(100)).isInstanceOf(Grant.Granted.class);
    }

    private void limit(long cents) {
        world.the(FraudService.class).setLimits(account, pin, Optional.of(Money.ofCents(cents)), Optional.empty());
    }

    private void call(long reserved, long price) {
        assertThat(reserve(reserved)).isInstanceOf(Grant.Granted.class);
        reservations.post(account, last(), Money.ofCents(price), Book.CALLS, today(), Wording.of("ledger.call"));
    }

    private Grant reserve(long cents) {
        calls++;
        return reservations.reserve(
                account,
                last(),
                Range.exactly(Money.ofCents(cents)),
                world.the(DailyLimits.class).today(account),
                world.clock().instant().plus(Duration.ofMinutes(5)));
    }

    private ReservationId last() {
        return new ReservationId("call-" + calls);
    }

    private LocalDate today() {
        return world.the(DailyLimits.class).today(account).day();
    }

    private List<String> kinds() {
        return mails().stream().map(PostedMail::kind).toList();
    }

    private String text(String kind) {
        return mails().stream()
                .filter(mail -> mail.kind().equals(kind))
                .findFirst()
                .map(mail -> world.the(Outbox.class).text(mail.id()))
                .orElseThrow();
    }

    private List<PostedMail> mails() {
        return world.the(Outbox.class)
                .list(new MailFilter(Set.of(), email), PageRequest.first(50))
                .items();
    }
}
