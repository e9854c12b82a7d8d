package ro.clickphone.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.world.World;

class CallSpendingTest {
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    @Test
    void a_call_belongs_to_the_day_that_the_reader_s_clock_shows() {
        Map<Instant, Money> quarters = Map.of(
                Instant.parse("2026-10-24T20:45:00Z"), Money.ofCents(1),
                Instant.parse("2026-10-24T21:00:00Z"), Money.ofCents(2),
                Instant.parse("2026-10-25T21:45:00Z"), Money.ofCents(4),
                Instant.parse("2026-10-25T22:00:00Z"), Money.ofCents(8));

        Map<LocalDate, Money> days = CallSpending.byDay(YearMonth.of(2026, 10), BUCHAREST, quarters);

        assertThat(days).hasSize(31);
        assertThat(days.get(LocalDate.parse("2026-10-24"))).isEqualTo(Money.ofCents(1));
        assertThat(days.get(LocalDate.parse("2026-10-25"))).as("of 25 hours").isEqualTo(Money.ofCents(6));
        assertThat(days.get(LocalDate.parse("2026-10-26"))).isEqualTo(Money.ofCents(8));
    }

    @Test
    void months_before_and_other_customers_are_left_out_and_the_dearest_destination_is_first() {
        try (World world = World.open()) {
            AccountId account = account(world, 61_001);
            AccountId other = account(world, 61_002);
            call(world, account, 1, "2026-10-31 22:00:00", "România mobil", 60, 41_000);
            call(world, account, 2, "2026-11-30 21:59:59", "Germania fix", 120, 90_000);
            call(world, account, 3, "2026-11-05 10:00:00", "România mobil", 30, 20_500);
            call(world, account, 4, "2026-11-05 11:00:00", "", 30, 0);
            call(world, account, 5, "2026-10-31 21:59:59", "România mobil", 60, 41_000);
            call(world, account, 6, "2026-11-30 22:00:00", "România mobil", 60, 41_000);
            call(world, other, 7, "2026-11-05 10:00:00", "România mobil", 60, 41_000);

            CallSpending spending = world.the(CallDetailService.class)
                    .spending(account, CallFilter.of(YearMonth.of(2026, 11), BUCHAREST));

            assertThat(spending.destinations())
                    .containsExactly(
                            new CallSpending.OfDestination("Germania fix", 1, 120, new Money(90_000)),
                            new CallSpending.OfDestination("România mobil", 2, 90, new Money(61_500)));
            assertThat(spending.days().get(LocalDate.parse("2026-11-01"))).isEqualTo(new Money(41_000));
            assertThat(spending.days().get(LocalDate.parse("2026-11-30"))).isEqualTo(new Money(90_000));
            assertThat(spending.days().values().stream().reduce(Money.ZERO, Money::plus))
                    .isEqualTo(new Money(151_500));
        }
    }

    private static AccountId account(World world, long number) {
        AccountId account = new AccountId(number);
        world.the(AccountService.class).create(account, new NewAccount("Probe SRL", BUCHAREST, 5));
        return account;
    }

    private static void call(
            World world, AccountId account, int number, String utc, String destination, int seconds, long micros) {
        world.asked(db -> db.createNativeQuery(
                        "INSERT INTO call_detail (account_id, call_id, direction, source, source_name, destination,"
                                + " started_at, ended_at, status, talk_seconds, taken_by, cause, path, price,"
                                + " rate_destination) VALUES (?1, ?2, 'PLACED', '100', '', '0722', ?3, ?3, 'TAKEN', ?4,"
                                + " '', 'NORMAL', '', ?5, ?6)")
                .setParameter(1, account.value())
                .setParameter(2, "00000000-0000-0000-0000-%012d".formatted(number))
                .setParameter(3, utc)
                .setParameter(4, seconds)
                .setParameter(5, micros)
                .setParameter(6, destination)
                .executeUpdate());
    }
}
