package ro.clickphone.pbx.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** What is bought, changed and given up, and what is told of it. */
class SubscriptionTest extends WithShop {
    @Test
    void two_clicks_on_buy_are_one_purchase() throws Exception {
        customer.topUp("100.00");
        OrderId order = OrderId.random();

        Shop.together(8, click -> customer.buy(order, "HPBX7"));

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
    void bought_on_the_last_day_the_row_is_written_with_zero() {
        at("2015-10-31T23:59:59");
        customer.topUp("10.00");

        customer.buy("HPBX7");

        assertThat(customer.rows()).extracting(row -> row.amount().cents()).containsExactly("0.00", "10.00");
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
}
