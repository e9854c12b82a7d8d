package ro.clickphone.pbx.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.kernel.Money;

/** A payment service's notice that never came: the service is asked, and what it says is booked once. */
class LostNoticeTest extends WithCardShop {
    @BeforeEach
    void nothingWaits() {
        shop.world.clock().setLocal("2026-02-03T11:45:42");
        // what an earlier test left is not asked for here
        shop.world.asked(db -> db.createNativeQuery("UPDATE card_payment SET state = 'REFUSED' WHERE state = 'OPEN'")
                .executeUpdate());
    }

    private CardOrderId orderOfTwentyMinutesAgo(CardWay way) {
        CardOrderId order = shop.order(way);
        shop.world.clock().advance(Duration.ofMinutes(20));
        return order;
    }

    @Test
    void payment_whose_notice_was_lost_is_asked_for_and_credited_once_also_when_the_notice_comes_later() {
        CardOrderId order = orderOfTwentyMinutesAgo(CardWay.NETOPIA);
        netopia.statusAnswer = status(3, CardShop.PRICE);

        assertThat(shop.till.askForOpen()).isEqualTo(1);
        assertThat(shop.till.askForOpen()).as("decided").isZero();
        shop.notice(
                CardWay.NETOPIA,
                netopia.signed(NetopiaSimulator.notice(order, "77" + account, 3, CardShop.PRICE, "RON")));

        assertThat(netopia.questions.get(netopia.questions.size() - 1))
                .isEqualTo(
                        "{\"posID\":\"" + NetopiaSimulator.POS + "\",\"ntpID\":\"77\",\"orderID\":\"" + order + "\"}");
        assertPaidOnce(order);
    }

    @Test
    void payment_of_which_nothing_is_known_yet_or_the_answer_is_nonsense_stays_open() {
        CardOrderId order = orderOfTwentyMinutesAgo(CardWay.NETOPIA);
        for (String answer :
                new String[] {status(1, CardShop.PRICE), "{}", "<html>", "{\"payment\":{}}", "{\"payment\":7}"}) {
            netopia.statusAnswer = answer;
            assertStaysOpen(order, answer);
        }
    }

    @Test
    void another_amount_is_not_credited_and_a_person_must_look() {
        CardOrderId order = orderOfTwentyMinutesAgo(CardWay.NETOPIA);
        netopia.statusAnswer = status(3, "1.00");

        shop.till.askForOpen();

        assertThat(state(order)).isEqualTo(CardState.WRONG);
        assertThat(shop.credit()).isEqualTo(Money.ZERO);
    }

    @Test
    void payment_that_the_service_refused_is_closed() {
        CardOrderId order = orderOfTwentyMinutesAgo(CardWay.NETOPIA);
        netopia.statusAnswer = status(12, CardShop.PRICE);

        shop.till.askForOpen();

        assertThat(state(order)).isEqualTo(CardState.REFUSED);
    }

    @Test
    void euplatesc_is_asked_as_well_and_of_several_tries_the_approved_one_is_credited_once() {
        CardOrderId order = orderOfTwentyMinutesAgo(CardWay.EUPLATESC);
        euPlatesc.statusAnswer = EuPlatescSimulator.tries(
                EuPlatescSimulator.attempt(order, "ea" + account, "12", CardShop.PRICE),
                EuPlatescSimulator.attempt(order, "eb" + account, "0", CardShop.PRICE));

        assertThat(shop.till.askForOpen()).isEqualTo(1);
        assertThat(shop.till.askForOpen()).as("decided").isZero();
        shop.notice(CardWay.EUPLATESC, EuPlatescSimulator.notice(order, "eb" + account, "0", CardShop.PRICE, "RON"));

        assertThat(euPlatesc.lastAsked())
                .containsEntry("method", "check_status")
                .containsEntry("mid", EuPlatescSimulator.MERCHANT)
                .containsEntry("invoice_id", order.value());
        assertPaidOnce(order);
    }

    @Test
    void euplatesc_s_order_stays_open_while_nothing_is_approved_another_order_is_meant_or_the_answer_is_nonsense() {
        CardOrderId order = orderOfTwentyMinutesAgo(CardWay.EUPLATESC);
        String approved = EuPlatescSimulator.attempt(order, "ec" + account, "0", CardShop.PRICE);
        for (String answer : new String[] {
            EuPlatescSimulator.tries(),
            EuPlatescSimulator.tries(EuPlatescSimulator.attempt(order, "ec" + account, "12", CardShop.PRICE)),
            EuPlatescSimulator.tries(approved.replace(order.value(), "ABCDEFGHJKLMNPQRSTUV")),
            EuPlatescSimulator.tries(approved.replace(EuPlatescSimulator.MERCHANT, "44840000000")),
            EuPlatescSimulator.tries(approved.replace("\"refunded\":\"0\"", "\"refunded\":\"123.11\"")),
            EuPlatescSimulator.tries(approved.replace("\"amount\":\"" + CardShop.PRICE + "\",", "")),
            "{\"error\":\"not found\",\"ecode\":\"04\"}",
            "{\"success\":\"a word\"}",
            "<html>",
            "[]",
            ""
        }) {
            euPlatesc.statusAnswer = answer;
            assertStaysOpen(order, answer);
        }
    }

    @Test
    void euplatesc_s_other_amount_is_not_credited_and_a_person_must_look() {
        CardOrderId order = orderOfTwentyMinutesAgo(CardWay.EUPLATESC);
        euPlatesc.statusAnswer =
                EuPlatescSimulator.tries(EuPlatescSimulator.attempt(order, "ed" + account, "0", "1.00"));

        shop.till.askForOpen();

        assertThat(state(order)).isEqualTo(CardState.WRONG);
        assertThat(shop.credit()).isEqualTo(Money.ZERO);
    }

    private void assertPaidOnce(CardOrderId order) {
        assertThat(state(order)).isEqualTo(CardState.PAID);
        assertThat(shop.credit()).isEqualTo(Money.ofEuro("20.00"));
        assertThat(shop.invoices()).hasSize(1);
    }

    private void assertStaysOpen(CardOrderId order, String answer) {
        assertThat(shop.till.askForOpen()).as(answer).isEqualTo(1);
        assertThat(state(order)).as(answer).isEqualTo(CardState.OPEN);
        assertThat(shop.credit()).as(answer).isEqualTo(Money.ZERO);
    }

    private CardState state(CardOrderId order) {
        return shop.book.find(account, order).state();
    }

    private String status(int status, String amount) {
        return "{\"error\":{\"code\":\"00\"},\"payment\":{\"ntpID\":\"77%s\",\"status\":%d,\"amount\":%s,\"currency\":\"RON\"}}"
                .formatted(account, status, amount);
    }
}
