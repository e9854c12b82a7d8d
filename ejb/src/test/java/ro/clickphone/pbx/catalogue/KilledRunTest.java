package ro.clickphone.pbx.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.ledger.LedgerCheck;
import ro.clickphone.pbx.world.MortalSource;
import ro.clickphone.pbx.world.World;

/** The fees of a month, by a server that is killed anywhere in them: each is taken once. */
class KilledRunTest {
    private static final int SUBSCRIPTIONS = 4;
    private static final int KILLS = Integer.getInteger("pbx.kills", 20);

    /** What it says of each kill would fill the console; held, since the log manager holds it weakly. */
    private static final Logger QUIET = Logger.getLogger(MonthlyRun.class.getName());

    private static final MortalSource DATABASE = new MortalSource();
    private static World world;

    @BeforeAll
    static void open() {
        QUIET.setLevel(Level.OFF);
        world = World.on(DATABASE::around);
        world.clock().setLocal("2015-10-05T11:00:00");
        for (int shop = 0; shop < SUBSCRIPTIONS; shop++) {
            Shop customer = new Shop(world);
            customer.topUp("2000.00");
            customer.buy("HPBX7");
        }
    }

    @AfterAll
    static void close() {
        world.close();
        QUIET.setLevel(null);
    }

    @Test
    void a_run_killed_at_any_step_takes_each_fee_once() {
        long steps = run(YearMonth.of(2015, 11));
        Random random = new Random(29);
        YearMonth month = YearMonth.of(2015, 12);
        for (int kill = 0; kill < KILLS; kill++, month = month.plusMonths(1)) {
            at(month);
            DATABASE.dieAfter(1 + random.nextLong(steps));
            try {
                world.the(MonthlyRun.class).run(world.clock().instant());
            } catch (RuntimeException killed) {
                assertThat(killed).as("what a killed server sees").isNotInstanceOf(IllegalArgumentException.class);
            }
            DATABASE.revive();
            run(month);
            assertThat(world.number("SELECT COUNT(*) FROM subscription_month WHERE state = 'PAID' AND month = "
                            + Months.number(month)))
                    .as("paid in %s, killed for the %dth time", month, kill + 1)
                    .isEqualTo(SUBSCRIPTIONS);
            assertThat(world.number("SELECT COUNT(*) FROM ledger_transfer WHERE kind = 'FEE' AND id LIKE 'fee:%:"
                            + month + "'"))
                    .isEqualTo(SUBSCRIPTIONS);
        }
        assertThat(world.the(LedgerCheck.class).run()).isEmpty();
        Money taken = Money.ofEuro("7.00");
        assertThat(world.number("SELECT SUM(available) FROM wallet"))
                .isEqualTo(SUBSCRIPTIONS * (Money.ofEuro("1994.13").micros() - (KILLS + 1) * taken.micros()));
    }

    /** @return how many steps it took */
    private static long run(YearMonth month) {
        at(month);
        long before = DATABASE.steps();
        world.the(MonthlyRun.class).run(world.clock().instant());
        return DATABASE.steps() - before;
    }

    private static void at(YearMonth month) {
        world.clock().setLocal(month + "-01T00:01:00");
    }
}
