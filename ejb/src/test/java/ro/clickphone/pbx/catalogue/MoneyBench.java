package ro.clickphone.pbx.catalogue;

import java.lang.management.ManagementFactory;
import java.time.YearMonth;
import java.util.List;
import ro.clickphone.pbx.ledger.LedgerCheck;
import ro.clickphone.pbx.world.World;

/**
 * The figures of {@code server-config/benchmark-money.md}: the run of a month. A program to be
 * started by hand, not a test: {@code java … ro.clickphone.pbx.catalogue.MoneyBench 100000}.
 */
public final class MoneyBench {
    private static final int ACCOUNTS_AT_ONCE = 5_000;
    private static final int FIRST = 1_000_000;
    /** A hundred euro, every fiftieth customer has one. */
    private static final String CREDIT = "IF(n % 50 = 0, 1000000, 100000000)";

    private MoneyBench() {}

    public static void main(String[] arguments) {
        int subscriptions = Integer.parseInt(arguments[0]);
        try (World world = World.open()) {
            world.clock().setLocal("2015-10-05T11:00:00");
            for (int from = 0; from < subscriptions; from += ACCOUNTS_AT_ONCE) {
                customers(world, FIRST + from, Math.min(ACCOUNTS_AT_ONCE, subscriptions - from), CREDIT);
            }
            world.clock().setLocal("2015-11-01T00:01:00");
            Thread watch = new Thread(() -> watch(world));
            watch.setDaemon(true);
            watch.start();
            long began = System.nanoTime();
            world.the(MonthlyRun.class).run(world.clock().instant());
            say("fees of %d subscriptions: %.1f s".formatted(subscriptions, (System.nanoTime() - began) / 1e9));
            say("owed: " + world.number("SELECT COUNT(*) FROM subscription_month WHERE state = 'DUE'"));
            say("paid: "
                    + world.number("SELECT COUNT(*) FROM subscription_month WHERE state = 'PAID' AND month = "
                            + Months.number(YearMonth.of(2015, 11))));
            say("findings of the proof: " + world.the(LedgerCheck.class).run().size());
        }
        System.exit(0);
    }

    /** By the statement: customers with one package each. @param credit SQL, micro-euro */
    static void customers(World world, int first, int many, String credit) {
        String numbers = "(SELECT " + first + " + a.d + b.d * 10 + c.d * 100 + e.d * 1000 n FROM digits a, digits b,"
                + " digits c, digits e WHERE a.d + b.d * 10 + c.d * 100 + e.d * 1000 < " + many + ") s";
        String digits = "WITH digits AS (SELECT 0 d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION"
                + " SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) ";
        List.of(
                        "account SELECT n, 'Client', 'Europe/Bucharest', 5, '2015-10-05' FROM ",
                        "wallet SELECT n, " + credit + ", 0, 1, '2015-10-05' FROM ",
                        "ledger_transfer SELECT n, 'op', 1, 'TOP_UP', '2015-10-05', " + credit + ", " + credit
                                + ", '', 'ledger.topUp.bank', '', '' FROM ",
                        "ledger_entry SELECT n, 'op', 'WALLET', " + credit + " FROM ",
                        "ledger_entry SELECT n, 'op', 'BANK', -" + credit + " FROM ",
                        "subscription SELECT n, 'first', 'HPBX7', NULL, 'ACTIVE', '2015-10-05', "
                                + Months.number(YearMonth.of(2015, 10)) + ", NULL, NULL, '' FROM ")
                .forEach(part -> world.asked(
                        db -> db.createNativeQuery("INSERT INTO " + part.replaceFirst(" ", " " + digits) + numbers)
                                .executeUpdate()));
    }

    private static void watch(World world) {
        while (true) {
            try {
                Thread.sleep(15_000);
            } catch (InterruptedException e) {
                return;
            }
            say("%d done, heap %d MB"
                    .formatted(
                            world.number("SELECT COALESCE(SUM(done), 0) FROM monthly_run"),
                            ManagementFactory.getMemoryMXBean()
                                            .getHeapMemoryUsage()
                                            .getUsed()
                                    / 1_000_000));
        }
    }

    private static void say(String words) {
        System.out.println(words);
    }
}
