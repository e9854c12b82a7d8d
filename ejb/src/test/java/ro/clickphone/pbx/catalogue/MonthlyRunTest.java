package ro.clickphone.pbx.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.number.NewTrunk;
import ro.clickphone.pbx.number.NumberService;

/** Once by (subscription, month), whatever the clock and the server do; what is owed, and what comes of it. */
class MonthlyRunTest extends WithShop {
    @Test
    void a_number_is_paid_each_month_at_its_price_and_told_with_its_month() {
        world.the(CatalogueService.class)
                .stock(
                        new E164("+40310050570"),
                        world.the(NumberService.class)
                                .addTrunk(NewTrunk.to(
                                        "T",
                                        NewTrunk.Peer.of("127.0.0.1", 5070, Transport.UDP),
                                        List.of("127.0.0.1"),
                                        TrunkConfig.NumberFormat.E164_PLUS))
                                .id());
        customer.topUp("10.00");
        assertThat(customer.buy("DID").detail()).isEqualTo("+40310050570");
        at("2015-11-01T00:01:00");
        run.run(world.clock().instant());

        assertThat(customer.rows()).extracting(row -> row.amount().cents()).containsExactly("-1.00", "-0.84", "10.00");
        assertThat(customer.rows().get(0).wording().arguments()).contains("2015-11");
        assertThatThrownBy(() -> customer.buy("DID")).hasMessageContaining("catalogue.noNumber");
        assertThat(customer.balance()).as("after a refusal").isEqualTo("8.16");
    }

    @Test
    void bought_on_the_1st_before_the_run_it_is_not_charged_twice() {
        at("2015-11-01T00:00:30");
        customer.topUp("10.00");
        customer.buy("HPBX7");

        at("2015-11-01T00:01:00");
        run.run(world.clock().instant());

        assertThat(customer.balance()).isEqualTo("3.23");
    }

    @Test
    void a_second_run_and_a_clock_set_back_charge_nothing_more() {
        customer.topUp("100.00");
        customer.buy("HPBX7");
        at("2015-11-01T00:01:00");
        run.run(world.clock().instant());
        String once = customer.balance();

        run.run(world.clock().instant());
        at("2015-10-31T23:00:00");
        run.run(world.clock().instant());
        at("2015-11-01T00:01:00");
        run.run(world.clock().instant());

        assertThat(customer.balance()).isEqualTo(once).isEqualTo("87.13");
    }

    @Test
    void a_run_that_was_missed_is_made_up_for_later_in_the_month() {
        customer.topUp("100.00");
        customer.buy("HPBX7");

        at("2015-11-09T14:00:00");
        run.run(world.clock().instant());

        assertThat(customer.balance()).isEqualTo("87.13");
    }

    @Test
    void months_in_which_the_server_never_ran_are_made_up_for_in_their_order_once_each() {
        at("2015-10-31T23:00:00");
        run.run(world.clock().instant());
        customer.topUp("100.00");
        customer.buy("HPBX7");
        String before = customer.balance();

        at("2016-01-09T14:00:00");
        run.run(world.clock().instant());
        run.run(world.clock().instant());

        assertThat(before).isEqualTo("100.00");
        assertThat(customer.balance()).as("November, December, January").isEqualTo("79.00");
        assertThat(world.number(
                        "SELECT COUNT(*) FROM ledger_transfer WHERE kind = 'FEE' AND id LIKE 'fee:%' AND account_id = "
                                + customer.account))
                .as("the purchase and three months")
                .isEqualTo(4);
    }

    @Test
    void two_runs_at_once_charge_each_once() throws Exception {
        List<Shop> customers = IntStream.range(0, 30)
                .mapToObj(number -> {
                    Shop one = new Shop(world);
                    one.topUp("20.00");
                    one.buy("HPBX7");
                    return one;
                })
                .toList();
        at("2015-11-01T00:01:00");

        Shop.together(2, node -> {
            run.run(world.clock().instant());
            return null;
        });

        assertThat(customers).allSatisfy(one -> assertThat(one.balance()).isEqualTo("7.13"));
    }

    @Test
    void a_fee_that_is_not_covered_is_owed_then_paid_by_the_next_top_up() {
        customer.topUp("10.00");
        customer.buy("HPBX7");
        at("2015-11-01T00:01:00");
        run.run(world.clock().instant());
        assertThat(customer.may().standing()).isEqualTo(Entitlements.Standing.GRACE);
        assertThat(customer.balance()).isEqualTo("4.13");

        at("2015-11-02T11:45:42");
        customer.topUp("20.00");

        assertThat(customer.may().standing()).isEqualTo(Entitlements.Standing.GOOD);
        assertThat(customer.balance()).isEqualTo("17.13");
    }

    @Test
    void after_seven_days_of_grace_the_service_is_suspended_until_all_is_paid() {
        customer.topUp("10.00");
        customer.buy("HPBX7");
        at("2015-11-01T00:01:00");
        run.run(world.clock().instant());

        at("2015-11-07T08:30:00");
        run.remind();
        assertThat(customer.may().standing()).isEqualTo(Entitlements.Standing.GRACE);
        at("2015-11-08T08:30:00");
        run.remind();
        assertThat(customer.may().standing()).isEqualTo(Entitlements.Standing.SUSPENDED);
        at("2015-12-01T00:01:00");
        run.run(world.clock().instant());
        assertThat(customer.balance()).isEqualTo("4.13");

        at("2015-12-11T10:00:00");
        customer.topUp("20.00");

        assertThat(customer.may().standing()).isEqualTo(Entitlements.Standing.GOOD);
        assertThat(customer.rows()).extracting(row -> row.amount().cents()).startsWith("-4.52", "-7.00", "20.00");
    }

    @Test
    void a_run_that_the_operator_stopped_takes_nothing_until_it_is_released() {
        customer.topUp("100.00");
        customer.buy("HPBX7");
        at("2017-03-01T00:01:00");
        RunBoard board = world.the(RunBoard.class);
        java.time.YearMonth month = java.time.YearMonth.of(2017, 3);
        board.begin(month, 1);
        board.stop(month);

        run.run(world.clock().instant());
        assertThat(customer.balance()).isEqualTo("94.13");
        board.release(month);
        run.run(world.clock().instant());

        assertThat(customer.balance()).isEqualTo("87.13");
        assertThat(board.progress(month).orElseThrow().state()).isEqualTo(RunBoard.State.DONE);
    }
}
