package ro.clickphone.pbx.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import ro.clickphone.pbx.ledger.LedgerCheck;
import ro.clickphone.pbx.world.World;

/**
 * The run of a month in a process of its own that is killed ({@code SIGKILL}) at a random moment, and done again by
 * another: each fee is taken once. A program to be started by hand, not a test: {@code java … KilledProcess 100}.
 */
public final class KilledProcess {
    private static final int SUBSCRIPTIONS = 2_000;
    private static final int BATCH = 200;
    private static final int MILLIS_OF_A_BATCH = 200;
    private static final YearMonth FIRST_MONTH = YearMonth.of(2015, 11);
    private static final String READY = "ready";

    private final World world;
    private final Random random = new Random(31);

    private KilledProcess(World world) {
        this.world = world;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2) {
            child(arguments[0], YearMonth.parse(arguments[1]));
        } else {
            parent(Integer.parseInt(arguments[0]));
        }
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

    private static void parent(int kills) throws Exception {
        try (World world = World.open()) {
            world.clock().setLocal("2015-10-05T11:00:00");
            MoneyBench.customers(world, 1_000_000, SUBSCRIPTIONS, "100000000000");
            KilledProcess program = new KilledProcess(world);
            YearMonth month = FIRST_MONTH;
            int inTheMiddle = 0;
            while (inTheMiddle < kills) {
                long done = program.killedIn(month);
                program.again(month);
                inTheMiddle += done > 0 && done < SUBSCRIPTIONS ? 1 : 0;
                System.out.printf(
                        "%s: killed with %d of %d fees taken; %d kills in the middle%n",
                        month, done, SUBSCRIPTIONS, inTheMiddle);
                month = month.plusMonths(1);
            }
            System.out.println("findings of the proof: "
                    + world.the(LedgerCheck.class).run().size());
        }
    }

    /** @return how many fees were taken then */
    private long killedIn(YearMonth month) throws Exception {
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
        while (taken(month) < some && process.isAlive()) {
            process.waitFor(1, TimeUnit.MILLISECONDS);
        }
        process.waitFor(random.nextInt(MILLIS_OF_A_BATCH), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        return taken(month);
    }

    private void again(YearMonth month) {
        world.clock().setLocal(month + "-01T00:11:00");
        world.the(MonthlyRun.class).run(world.clock().instant());
        long paid = world.number(
                "SELECT COUNT(*) FROM subscription_month WHERE state = 'PAID' AND month = " + Months.number(month));
        if (taken(month) != SUBSCRIPTIONS || paid != SUBSCRIPTIONS) {
            throw new IllegalStateException(taken(month) + " fees and " + paid + " months paid in " + month);
        }
    }

    private long taken(YearMonth month) {
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
