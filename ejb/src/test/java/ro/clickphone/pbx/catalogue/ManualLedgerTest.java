package ro.clickphone.pbx.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.ledger.LedgerCheck;
import ro.clickphone.pbx.ledger.WalletRow;
import ro.clickphone.pbx.world.World;

/** The manual's statement of account (features, A9.1), made again by the services that everybody uses. */
class ManualLedgerTest {
    @Test
    void the_manual_s_statement_comes_out_to_the_cent() {
        try (World world = World.open()) {
            Shop customer = new Shop(world);
            MonthlyRun run = world.the(MonthlyRun.class);

            at(world, "2015-10-05T11:30:04");
            customer.topUp("10.00");
            at(world, "2015-10-05T11:33:20");
            Subscription bought = customer.buy("HPBX7");
            at(world, "2015-10-20T09:00:00");
            world.the(CatalogueService.class).change(customer.account, bought.id(), "HPBX3Q");
            at(world, "2015-10-29T10:21:50");
            customer.topUp("30.00");
            for (String first : new String[] {
                "2015-11-01T00:01:21", "2015-12-01T00:01:18", "2016-01-01T00:01:22", "2016-02-01T00:01:19"
            }) {
                at(world, first);
                run.run(world.clock().instant());
            }
            at(world, "2016-02-02T11:45:42");
            customer.topUp("20.00");
            at(world, "2016-03-01T00:01:25");
            run.run(world.clock().instant());
            at(world, "2016-03-31T10:17:47");
            customer.topUp("20.00");
            at(world, "2016-04-01T00:03:13");
            run.run(world.clock().instant());

            assertThat(customer.rows())
                    .extracting(ManualLedgerTest::line)
                    .containsExactly(
                            "-7.00 Hosted PBX 3Q 2016-04 32.13",
                            "20.00  39.13",
                            "-7.00 Hosted PBX 3Q 2016-03 19.13",
                            "20.00  26.13",
                            "-7.00 Hosted PBX 3Q 2016-02 6.13",
                            "-7.00 Hosted PBX 3Q 2016-01 13.13",
                            "-7.00 Hosted PBX 3Q 2015-12 20.13",
                            "-7.00 Hosted PBX 3Q 2015-11 27.13",
                            "30.00  34.13",
                            "-5.87 --10-05 2015-10-31 Hosted PBX 7 4.13",
                            "10.00  10.00");
            assertThat(customer.rows().get(9).wording().arithmetic()).isEqualTo("7.00 × 26/31 = 5.87");
            assertThat(world.the(LedgerCheck.class).run()).isEmpty();
        }
    }

    private static void at(World world, String moment) {
        world.clock().setLocal(moment);
    }

    private static String line(WalletRow row) {
        return row.amount().cents() + " " + String.join(" ", row.wording().arguments()) + " "
                + row.totalAfter().cents();
    }
}
