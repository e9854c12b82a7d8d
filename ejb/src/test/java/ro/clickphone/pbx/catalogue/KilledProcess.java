package ro.clickphone.pbx.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.ledger.LedgerCheck;
import ro.clickphone.pbx.world.World;

/**
 * The run of a month in a process of its own that is killed ({@code SIGKILL}) at a random moment, and done again by
 * another: each fee is taken once, and in the end the proof of the ledger finds nothing. It takes too long for every day,
 * so its name is none of a test: {@code mvn -pl ejb -am test -Dtest=KilledProcess -Dpbx.kills=100
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class KilledProcess {
    private static final int SUBSCRIPTIONS = 1_000;
    private static final int BATCH = 200;
    private static final int MILLIS_OF_A_BATCH = 200;
    private static final YearMonth FIRST_MONTH = YearMonth.of(2015, 11);
    private static final long CREDIT = 100_000_000_000L;
    private static final long FEE = 7_000_000;
    private static final String READY = "ready";

    private static final int KILLS = Integer.getInteger("pbx.kills", 100);

    private final Random random = new Random(31);

    /** The one that is killed. */
    public static void main(String[] arguments) throws IOException {
        child(arguments[0], YearMonth.parse(arguments[1]));
        System.exit(0);
    }

    private static void child(String address, YearMonth month) throws IOException {
        World mine = World.at(address);
        mine.clock().setLocal(month + "-01T00:01:00");
        mine.number("SELECT COUNT(*) FROM subscription");
        System.out.println(READY);
        System.in.read();
        mine.the(MonthlyRun.class).run(mine.clock().instant());
        System.in.read();
    }

    @Test
    void each_fee_is_taken_once_however_often_the_run_is_killed() throws Exception {
        try (World world = World.open()) {
            world.clock().setLocal("2015-10-05T11:00:00");
            MoneyBench.customers(world, 1_000_000, SUBSCRIPTIONS, String.valueOf(CREDIT));
            killedAndDoneAgain(world);
        }
    }

    private void killedAndDoneAgain(World world) throws Exception {
        YearMonth month = FIRST_MONTH;
        int inTheMiddle = 0;
        while (inTheMiddle < KILLS) {
            long done = killedIn(world, month);
            again(world, month);
            inTheMiddle += done > 0 && done < SUBSCRIPTIONS ? 1 : 0;
            System.out.printf(
                    "%s: killed with %d of %d fees taken; %d kills in the middle%n",
                    month, done, SUBSCRIPTIONS, inTheMiddle);
            month = month.plusMonths(1);
        }
        long months = FIRST_MONTH.until(month, ChronoUnit.MONTHS);
        assertThat(world.the(LedgerCheck.class).run())
                .as("findings of the proof")
                .isEmpty();
        assertThat(world.number("SELECT SUM(available) FROM wallet"))
                .as("credit left after %d months", months)
                .isEqualTo(SUBSCRIPTIONS * (CREDIT - months * FEE));
        System.out.printf(
                "%d kills in the middle of %d runs of %d fees: the proof of the ledger finds nothing, the credit left is right%n",
                inTheMiddle, months, SUBSCRIPTIONS);
    }

    /** @return how many fees were taken then */
    private long killedIn(World world, YearMonth month) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx300m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProcess.class.getName(),
                        world.address(),
                        month.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader says =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        awaits(says, READY);
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        long some = 1 + random.nextInt(SUBSCRIPTIONS - BATCH);
        while (taken(world, month) < some && process.isAlive()) {
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
        process.waitFor(random.nextInt(MILLIS_OF_A_BATCH), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor(); // SIGKILL
        return taken(world, month);
    }

    private static void again(World world, YearMonth month) {
        world.clock().setLocal(month + "-01T00:11:00");
        world.the(MonthlyRun.class).run(world.clock().instant());
        assertThat(taken(world, month)).as("fees of %s", month).isEqualTo(SUBSCRIPTIONS);
        assertThat(world.number("SELECT COUNT(*) FROM subscription_month WHERE state = 'PAID' AND month = "
                        + Months.number(month)))
                .as("months paid")
                .isEqualTo(SUBSCRIPTIONS);
    }

    private static long taken(World world, YearMonth month) {
        return world.number(
                "SELECT COUNT(*) FROM ledger_transfer WHERE kind = 'FEE' AND id LIKE 'fee:%:" + month + "'");
    }

    private static void awaits(BufferedReader says, String word) throws IOException {
        String line = says.readLine();
        while (line != null && !line.equals(word)) {
            line = says.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("the process ended before it said " + word);
        }
    }
}
