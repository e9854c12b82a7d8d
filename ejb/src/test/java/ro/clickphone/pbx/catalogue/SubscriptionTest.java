package ro.clickphone.pbx.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.ledger.LedgerCheck;
import ro.clickphone.pbx.number.NewTrunk;
import ro.clickphone.pbx.number.NumberService;
import ro.clickphone.pbx.world.World;

class SubscriptionTest {
    private static World world;
    private Shop customer;
    private MonthlyRun run;

    @BeforeAll
    static void open() {
        world = World.open();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void customer() {
        at("2015-10-05T11:30:00");
        world.asked(db -> db.createNativeQuery("DELETE FROM monthly_run").executeUpdate());
        customer = new Shop(world);
        run = world.the(MonthlyRun.class);
    }

    @AfterEach
    void the_proof_holds() {
        assertThat(world.the(LedgerCheck.class).run()).isEmpty();
    }

    @Test
    void two_clicks_on_buy_are_one_purchase() throws Exception {
        customer.topUp("100.00");
        OrderId order = OrderId.random();

        together(8, click -> customer.buy(order, "HPBX7"));

        assertThat(customer.balance()).isEqualTo("94.13");
        assertThat(customer.rows()).hasSize(2);
    }

    @Test
    void two_windows_do_not_buy_two_packages() {
        customer.topUp("100.00");
        customer.buy("HPBX7");

        assertThatThrownBy(() -> customer.buy("HPBX3Q")).hasMessageContaining("catalogue.onePackage");
        assertThat(customer.balance()).isEqualTo("94.13");
    }

    @Test
    void too_little_credit_buys_nothing_and_takes_nothing() {
        customer.topUp("5.86");

        assertThatThrownBy(() -> customer.buy("HPBX7")).hasMessageContaining("wallet.insufficient");

        assertThat(customer.balance()).isEqualTo("5.86");
        assertThat(world.the(CatalogueService.class).subscriptions(customer.account))
                .isEmpty();
    }

    @Test
    void a_purchase_takes_effect_at_once() {
        customer.topUp("100.00");
        customer.buy("HPBX7");
        customer.buy("IN3");

        assertThat(customer.may()).isEqualTo(new Entitlements(7, 5, 1, false, Entitlements.Standing.GOOD));
    }

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
    void bought_on_the_last_day_the_row_is_written_with_zero() {
        at("2015-10-31T23:59:59");
        customer.topUp("10.00");

        customer.buy("HPBX7");

        assertThat(customer.rows()).extracting(row -> row.amount().cents()).containsExactly("0.00", "10.00");
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

        together(2, node -> {
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
    void a_dearer_package_is_there_at_once_for_the_difference() {
        customer.topUp("100.00");
        Subscription bought = customer.buy("HPBX7");

        Subscription changed = world.the(CatalogueService.class).change(customer.account, bought.id(), "HPBX10Q");

        assertThat(changed.product().code()).isEqualTo("HPBX10Q");
        assertThat(customer.rows().get(0).wording().arithmetic()).isEqualTo("9.00 × 26/31 = 7.55");
        assertThat(customer.balance()).isEqualTo("86.58");
    }

    @Test
    void a_smaller_package_is_refused_with_what_does_not_fit() {
        customer.topUp("100.00");
        Subscription bought = customer.buy("HPBX7");
        extensions(4);

        assertThatThrownBy(() -> world.the(CatalogueService.class).change(customer.account, bought.id(), "HPBX3"))
                .isInstanceOfSatisfying(TooSmall.class, refusal -> assertThat(refusal.excess())
                        .containsExactly(new PackageFit.Excess("package.excess.extensions", 4, 3)));
    }

    @Test
    void a_smaller_package_comes_on_the_1st_and_nothing_may_outgrow_it_until_then() {
        customer.topUp("100.00");
        Subscription bought = customer.buy("HPBX7");
        extensions(3);
        world.the(CatalogueService.class).change(customer.account, bought.id(), "HPBX3");

        assertThat(customer.thePackage().product().code()).isEqualTo("HPBX7");
        assertThatThrownBy(() -> extension(103)).hasMessageContaining("extension.limit");
        at("2015-11-01T00:01:00");
        run.run(world.clock().instant());

        assertThat(customer.thePackage().product().code()).isEqualTo("HPBX3");
        assertThat(customer.balance()).isEqualTo("89.13");
    }

    @Test
    void the_extensions_of_the_package_are_the_limit() {
        customer.topUp("100.00");
        customer.buy("HPBX3");
        extensions(3);

        assertThatThrownBy(() -> extension(103)).hasMessageContaining("extension.limit");
    }

    @Test
    void cancelled_it_lasts_to_the_end_of_the_month_and_is_charged_no_more() {
        customer.topUp("100.00");
        Subscription bought = customer.buy("HPBX7");
        world.the(CatalogueService.class).cancel(customer.account, bought.id());
        assertThat(customer.may().extensions()).isEqualTo(7);

        at("2015-11-01T00:01:00");
        run.run(world.clock().instant());

        assertThat(world.the(CatalogueService.class).subscriptions(customer.account))
                .isEmpty();
        assertThat(customer.balance()).isEqualTo("94.13");
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

    @Test
    void credit_that_will_not_cover_the_next_fees_is_told_once_a_crossing_and_again_after_a_top_up() {
        customer.topUp("12.00");
        owner();
        customer.buy("HPBX7");
        assertThat(mails("wallet.low")).isEqualTo(1);

        customer.buy("IN1");
        assertThat(mails("wallet.low")).as("further below").isEqualTo(1);
        customer.topUp("4.00");
        customer.buy("OUT1");
        assertThat(mails("wallet.low")).as("after a top-up").isEqualTo(2);
    }

    @Test
    void an_upgrade_is_warned_of_by_the_fees_that_follow_it() {
        customer.topUp("22.00");
        owner();
        Subscription bought = customer.buy("HPBX7");

        world.the(CatalogueService.class).change(customer.account, bought.id(), "HPBX10Q");

        assertThat(customer.balance()).isEqualTo("8.58");
        assertThat(mails("wallet.low")).isEqualTo(1);
    }

    @Test
    void minutes_that_nobody_used_are_told_once_before_the_month_ends() {
        customer.topUp("20.00");
        owner();
        customer.buy("MIN500");
        ExpiringMinutes minutes = world.the(ExpiringMinutes.class);

        for (String day : List.of("2015-10-27", "2015-10-28", "2015-10-29", "2015-10-31")) {
            at(day + "T10:00:00");
            minutes.run(world.clock().instant());
            assertThat(mails("wallet.minutes")).as(day).isEqualTo(day.equals("2015-10-27") ? 0 : 1);
        }
        String body = world.asked(db -> (String) db.createNativeQuery(
                        "SELECT body FROM mail WHERE kind = 'wallet.minutes' AND account_id = " + customer.account)
                .getSingleResult());
        assertThat(body).contains("419", "31.10.2015");
    }

    private long mails(String kind) {
        return world.number(
                "SELECT COUNT(*) FROM mail WHERE kind = '" + kind + "' AND account_id = " + customer.account);
    }

    private void owner() {
        world.the(ro.clickphone.pbx.account.Users.class)
                .add(
                        customer.account,
                        new ro.clickphone.pbx.account.NewUser(
                                "office" + customer.account + "@client.example",
                                "Client",
                                ro.clickphone.pbx.access.Role.OWNER,
                                "a long pass phrase 1"));
    }

    private void extensions(int many) {
        IntStream.range(100, 100 + many).forEach(this::extension);
    }

    private void extension(int number) {
        world.the(ExtensionService.class).add(customer.account, new ExtensionNumber(number), "Om " + number);
    }

    private static void at(String moment) {
        world.clock().setLocal(moment);
    }

    private static void together(int many, java.util.function.IntFunction<?> act) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Object>> all = IntStream.range(0, many)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return (Object) act.apply(number);
                    }))
                    .toList();
            start.countDown();
            for (Future<Object> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
