package ro.clickphone.pbx.charging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.Step;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.call.CallPrice;
import ro.clickphone.pbx.catalogue.CatalogueService;
import ro.clickphone.pbx.catalogue.OrderId;
import ro.clickphone.pbx.demo.DemoRates;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.ledger.Balance;
import ro.clickphone.pbx.ledger.Book;
import ro.clickphone.pbx.ledger.LedgerCheck;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.ledger.TransferId;
import ro.clickphone.pbx.ledger.Wording;
import ro.clickphone.pbx.world.World;

class ChargingTest {
    private static final AtomicLong NUMBERS = new AtomicLong(81_000);
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
    /** 0.0450 a minute, by the second. */
    private static final String MOBILE = "+40723456789";

    private static World world;
    private static Meters meters;
    private AccountId account;

    @BeforeAll
    static void open() {
        world = World.open();
        world.clock().setLocal("2015-10-05T10:00:00");
        world.the(DemoRates.class).create();
        meters = world.the(Meters.class);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void customer() {
        world.clock().setLocal("2015-10-05T10:00:00");
        account = new AccountId(NUMBERS.incrementAndGet());
        world.the(AccountService.class).create(account, new NewAccount("Client SRL", BUCHAREST, 5));
    }

    @AfterEach
    void the_ledger_is_right() {
        assertThat(world.the(LedgerCheck.class).run()).isEmpty();
        assertThat(world.the(LedgerService.class).balance(account).total().isNegative())
                .isFalse();
    }

    @Test
    void a_call_costs_what_was_talked_and_the_rest_comes_back() {
        credit("1.00");
        Caller caller = caller(MOBILE).talks();
        assertThat(balance().reserved()).isEqualTo(Money.ofEuro("0.045"));
        passes(caller, 100);
        CallPrice price = caller.hangsUp();
        assertThat(price.amount()).isEqualTo(Money.ofEuro("0.0750"));
        assertThat(price.destination()).isEqualTo("România mobil");
        assertThat(price.arithmetic()).isEqualTo("100 s × 0.0450/60 = 0.0750");
        assertThat(balance()).isEqualTo(new Balance(Money.ofEuro("0.925"), Money.ZERO));
    }

    @Test
    void a_call_ends_at_the_second_at_which_the_money_ends_with_a_warning_before() {
        credit("0.05");
        Caller caller = caller(MOBILE).talks();
        assertThat(caller.limit()).isEqualTo(Duration.ofSeconds(60));
        int seconds = passes(caller, 600);
        assertThat(seconds).isEqualTo(66);
        Step.TalkLimit last = (Step.TalkLimit) world.engine().commands("limitTalk").stream()
                .filter(command -> command.arguments().get(0).equals(caller.call))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .arguments()
                .get(1);
        assertThat(last.warnBefore()).isEqualTo(Duration.ofSeconds(10));
        assertThat(caller.hangsUp().amount()).isEqualTo(Money.ofEuro("0.0495"));
        assertThat(balance().total()).isEqualTo(Money.ofEuro("0.0005"));
    }

    @Test
    void a_top_up_in_the_call_lets_it_go_on() {
        credit("0.05");
        Caller caller = caller(MOBILE).talks();
        assertThat(passes(caller, 60)).isEqualTo(60);
        credit("1.00");
        assertThat(passes(caller, 200)).isEqualTo(200);
        caller.hangsUp();
    }

    @Test
    void credit_spent_elsewhere_during_a_call_gives_no_free_talk() {
        credit("1.00");
        Caller caller = caller(MOBILE).talks();
        passes(caller, 30);
        world.the(LedgerService.class)
                .charge(account, TransferId.random(), balance().available(), Book.PACKAGES, Wording.of("ledger.month"));
        assertThat(passes(caller, 600)).as("to the end of what was set aside").isLessThanOrEqualTo(30);
        assertThat(caller.hangsUp().amount()).isEqualTo(Money.ofEuro("0.045"));
        assertThat(balance()).isEqualTo(Balance.NOTHING);
    }

    @Test
    void a_short_call_takes_its_own_seconds_of_the_included_minutes_and_no_more() {
        credit("10.00");
        world.the(CatalogueService.class).buy(account, OrderId.random(), "MIN100");
        Caller caller = caller(MOBILE).talks();
        passes(caller, 5);
        caller.hangsUp();
        assertThat(world.number("SELECT seconds_used FROM subscription_month WHERE account_id = " + account))
                .isEqualTo(5);
    }

    @Test
    void nothing_is_paid_for_a_call_that_nobody_answered() {
        credit("1.00");
        Caller caller = caller(MOBILE);
        assertThat(caller.dials()).isInstanceOf(Admission.Paid.class);
        world.clock().advance(Duration.ofSeconds(30));
        assertThat(caller.hangsUp()).isEqualTo(CallPrice.NONE);
        assertThat(balance()).isEqualTo(new Balance(Money.ofEuro("1.00"), Money.ZERO));
    }

    @Test
    void too_little_credit_is_told_before_the_call_is_dialled() {
        assertThat(caller(MOBILE).dials()).isEqualTo(new Admission.Refused(Admission.Reason.NO_CREDIT));
        credit("0.01");
        assertThat(caller("+40900123456").dials()).isEqualTo(new Admission.Refused(Admission.Reason.NO_CREDIT));
        assertThat(caller("+99912345678").dials()).isEqualTo(new Admission.Refused(Admission.Reason.NO_PRICE));
        assertThat(caller("+40800123456").dials()).isEqualTo(new Admission.Free());
        assertThat(balance().reserved()).isEqualTo(Money.ZERO);
    }

    @Test
    void a_server_that_was_killed_charges_once_what_its_record_says() {
        credit("1.00");
        Caller caller = caller(MOBILE).talks();
        passes(caller, 50);
        meters.gone(caller.call); // nothing is left in memory
        assertThat(caller.hangsUp().amount()).isEqualTo(Money.ofEuro("0.0375"));
        caller.hangsUp();
        assertThat(balance()).isEqualTo(new Balance(Money.ofEuro("0.9625"), Money.ZERO));
    }

    @Test
    void what_is_set_aside_for_a_call_that_nobody_ends_comes_back() {
        credit("1.00");
        passes(caller(MOBILE).talks(), 30);
        world.clock().advance(Duration.ofHours(2));
        assertThat(world.the(ForgottenCalls.class).sweep()).isEqualTo(1);
        assertThat(balance()).isEqualTo(new Balance(Money.ofEuro("1.00"), Money.ZERO));
    }

    @Test
    void included_minutes_come_first_also_with_an_empty_wallet_and_the_rest_is_paid() {
        credit("1.68");
        world.the(CatalogueService.class).buy(account, OrderId.random(), "MIN100");
        world.asked(db -> db.createNativeQuery(
                        "UPDATE subscription_month SET seconds_used = seconds - 90" + " WHERE account_id = " + account)
                .executeUpdate());
        assertThat(balance().total()).isEqualTo(Money.ZERO);
        Caller first = caller(MOBILE).talks();
        passes(first, 70);
        assertThat(first.hangsUp()).isEqualTo(new CallPrice(Money.ZERO, "România mobil", 70, "70 s × 0 = 0.0000"));
        Caller second = caller(MOBILE).talks();
        assertThat(passes(second, 600)).isEqualTo(20);
        assertThat(second.hangsUp().includedSeconds()).isEqualTo(20);
        assertThat(caller(MOBILE).dials()).isEqualTo(new Admission.Refused(Admission.Reason.NO_CREDIT));
        assertThat(world.number("SELECT seconds - seconds_used FROM subscription_month WHERE account_id = " + account))
                .isZero();
    }

    @Test
    void a_call_is_paid_by_the_month_in_which_it_began() {
        credit("10.00");
        world.the(CatalogueService.class).buy(account, OrderId.random(), "MIN100");
        world.clock().setLocal("2015-10-31T23:59:30");
        Caller caller = caller(MOBILE).talks();
        passes(caller, 60);
        assertThat(caller.hangsUp().includedSeconds()).isEqualTo(60);
    }

    @Test
    void the_daily_limit_ends_two_parallel_calls_together_and_is_never_passed() {
        credit("50.00");
        limit(100_000);
        List<Caller> callers = List.of(caller(MOBILE).talks(), caller(MOBILE).talks());
        int[] seconds = new int[2];
        for (int second = 0; second < 300; second++) {
            world.clock().advance(Duration.ofSeconds(1));
            meters.lookNow();
            for (int one = 0; one < 2; one++) {
                if (!callers.get(one).isCut()) {
                    seconds[one]++;
                }
            }
        }
        Money spent = new Money(0);
        for (int one = 0; one < 2; one++) {
            spent = spent.plus(Money.ofEuro("0.0450").perMinuteFor(seconds[one] + 1));
        }
        assertThat(Math.abs(seconds[0] - seconds[1])).isLessThanOrEqualTo(4);
        assertThat(spent.micros()).isBetween(100_000L - 3_000, 100_000L + 1_500);
        assertThat(caller(MOBILE).dials()).isEqualTo(new Admission.Refused(Admission.Reason.DAILY_LIMIT));
        meters.gone(callers.get(0).call);
        meters.gone(callers.get(1).call);
    }

    @Test
    void a_limit_of_nothing_permits_nothing_that_costs() {
        credit("50.00");
        limit(0);
        assertThat(caller(MOBILE).dials()).isEqualTo(new Admission.Refused(Admission.Reason.DAILY_LIMIT));
        assertThat(caller("+40800123456").dials()).isEqualTo(new Admission.Free());
    }

    @Test
    void a_minute_dearer_than_the_cap_is_not_dialled() {
        credit("50.00");
        limit(10_000_000);
        world.asked(db -> db.createNativeQuery(
                        "UPDATE call_restriction SET price_cap = 40000 WHERE account_id = " + account)
                .executeUpdate());
        assertThat(caller(MOBILE).dials()).isEqualTo(new Admission.Refused(Admission.Reason.TOO_DEAR));
        assertThat(caller("+40216583456").dials()).isInstanceOf(Admission.Paid.class);
    }

    @Test
    void many_calls_at_once_never_spend_more_than_there_is() {
        credit("0.50");
        Random random = new Random(3);
        List<Caller> talking = new ArrayList<>();
        Money spent = Money.ZERO;
        for (int second = 0; second < 400; second++) {
            if (random.nextInt(6) == 0) {
                Caller caller = caller(random.nextBoolean() ? MOBILE : "+40216583456");
                if (caller.dials() instanceof Admission.Paid) {
                    talking.add(caller.talks());
                }
            }
            world.clock().advance(Duration.ofSeconds(1));
            meters.lookNow();
            for (Caller caller : List.copyOf(talking)) {
                if (caller.isCut() || random.nextInt(60) == 0) {
                    talking.remove(caller);
                    spent = spent.plus(caller.hangsUp().amount());
                }
            }
        }
        for (Caller caller : talking) {
            spent = spent.plus(caller.hangsUp().amount());
        }
        assertThat(spent).isBetween(Money.ofEuro("0.49"), Money.ofEuro("0.50"));
        assertThat(balance()).isEqualTo(new Balance(Money.ofEuro("0.50").minus(spent), Money.ZERO));
    }

    private Caller caller(String number) {
        return new Caller(world, account, number);
    }

    /** Second by second, until the engine cuts. @return how many passed */
    private static int passes(Caller caller, int most) {
        int seconds = 0;
        while (seconds < most && !caller.isCut()) {
            world.clock().advance(Duration.ofSeconds(1));
            meters.lookNow();
            seconds++;
        }
        return seconds;
    }

    private void credit(String euro) {
        world.the(LedgerService.class)
                .topUp(account, TransferId.random(), Money.ofEuro(euro), Book.BANK, Wording.of("ledger.topUp.bank"));
    }

    private void limit(long micros) {
        world.asked(db -> db.createNativeQuery("INSERT INTO call_restriction (account_id, permitted, blocked,"
                        + " anonymous, daily_limit, security_mail, version) VALUES (" + account
                        + ", 'NATIONAL,MOBILE,INTERNATIONAL', FALSE, 'ADMITTED', " + micros + ", '', 0)")
                .executeUpdate());
    }

    private Balance balance() {
        return world.the(LedgerService.class).balance(account);
    }
}
