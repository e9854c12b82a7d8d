package ro.clickphone.pbx.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.access.Actor;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.correction.Correction;
import ro.clickphone.pbx.correction.CorrectionDesk;
import ro.clickphone.pbx.correction.MoneyBack;
import ro.clickphone.pbx.correction.Refunds;
import ro.clickphone.pbx.invoice.Invoice;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.PageRequest;

/** Money that goes back to a card: decided by us, or taken by its bank. */
class CardRefundTest extends WithCardShop {
    @Test
    void money_that_goes_back_takes_credit_and_invoice_with_it_once_and_an_old_notice_does_not_bring_it_again() {
        CardOrderId order = shop.order(CardWay.NETOPIA);
        SignedPost paid = netopia.signed(NetopiaSimulator.notice(order, "n10" + account, 3, CardShop.PRICE, "RON"));
        SignedPost back = netopia.signed(NetopiaSimulator.notice(order, "n10" + account, 10, CardShop.PRICE, "RON"));
        shop.notice(CardWay.NETOPIA, paid);
        shop.notice(CardWay.NETOPIA, back);
        shop.notice(CardWay.NETOPIA, back);
        shop.notice(CardWay.NETOPIA, paid);

        assertThat(shop.credit()).isEqualTo(Money.ZERO);
        assertThat(shop.invoices())
                .extracting(invoice -> invoice.amounts().gross().toPlainString())
                .containsExactly("-24.20", "24.20");
        assertThat(shop.book.find(account, order).state()).isEqualTo(CardState.RETURNED);
    }

    @Test
    void refund_decided_by_two_people_goes_back_to_the_card_and_its_notice_is_no_news() {
        CardOrderId order = paidOrder("r1");

        Correction done = refunded("24.20");

        assertThat(done.moneyBack()).isEqualTo(MoneyBack.TO_CARD);
        assertThat(netopia.refunds.get(netopia.refunds.size() - 1))
                .isEqualTo("{\"ntpID\":\"r1" + account + "\",\"amount\":123.11}");
        assertThat(shop.credit()).isEqualTo(Money.ZERO);
        shop.notice(
                CardWay.NETOPIA,
                netopia.signed(NetopiaSimulator.notice(order, "r1" + account, 8, CardShop.PRICE, "RON")));
        assertThat(shop.invoices()).as("an invoice and one credit note").hasSize(2);
        assertThat(shop.credit()).isEqualTo(Money.ZERO);
        assertThat(shop.book.find(account, order).state()).isEqualTo(CardState.RETURNED);
    }

    @Test
    void part_of_a_payment_that_goes_back_leaves_the_rest_paid() {
        CardOrderId order = paidOrder("r2");

        refunded("12.10");

        assertThat(netopia.refunds.get(netopia.refunds.size() - 1)).contains("\"amount\":61.56");
        shop.notice(CardWay.NETOPIA, netopia.signed(NetopiaSimulator.notice(order, "r2" + account, 8, "61.56", "RON")));
        assertThat(shop.credit()).isEqualTo(Money.ofEuro("10"));
        assertThat(shop.invoices()).hasSize(2);
        assertThat(shop.book.find(account, order).state()).isEqualTo(CardState.PAID);
        refunded("12.10");
        shop.notice(CardWay.NETOPIA, netopia.signed(NetopiaSimulator.notice(order, "r2" + account, 8, "61.55", "RON")));
        assertThat(shop.book.find(account, order).state()).isEqualTo(CardState.RETURNED);
    }

    @Test
    void payment_that_its_bank_takes_back_after_a_part_was_refunded_waits_on_the_page_for_a_person() {
        CardOrderId order = paidOrder("r4");
        refunded("12.10");
        SignedPost paid = netopia.signed(NetopiaSimulator.notice(order, "r4" + account, 3, CardShop.PRICE, "RON"));
        SignedPost forced = netopia.signed(NetopiaSimulator.notice(order, "r4" + account, 10, CardShop.PRICE, "RON"));
        int asked = netopia.refunds.size();
        for (SignedPost told : List.of(forced, forced, paid)) {
            shop.notice(CardWay.NETOPIA, told);
        }

        assertThat(shop.credit()).as("nothing is taken twice").isEqualTo(Money.ofEuro("10"));
        assertThat(shop.book.find(account, order))
                .extracting(CardPayment::state, CardPayment::message)
                .containsExactly(CardState.CONTESTED, "−123.11 RON");
        assertThat(refunded("12.10").moneyBack())
                .as("the money is gone already")
                .isEqualTo(MoneyBack.BY_HAND);
        assertThat(netopia.refunds).hasSize(asked);
        asFinance("ana", () -> {
            shop.book.lookedAt(account, order);
            assertThatThrownBy(() -> shop.book.lookedAt(account, order)).hasMessageContaining("card.notContested");
            return order;
        });
        assertThat(shop.book.find(account, order).state()).isEqualTo(CardState.RETURNED);
        assertThat(shop.credit()).isEqualTo(Money.ZERO);
    }

    @Test
    void payment_of_which_the_bank_takes_a_part_waits_on_the_page_for_a_person() {
        CardOrderId order = paidOrder("r5");
        shop.notice(
                CardWay.NETOPIA, netopia.signed(NetopiaSimulator.notice(order, "r5" + account, 10, "23.11", "RON")));
        assertThat(shop.book.find(account, order).state()).isEqualTo(CardState.CONTESTED);
        assertThat(shop.credit()).isEqualTo(Money.ofEuro("20"));
    }

    @Test
    void refund_that_the_service_refuses_or_does_not_answer_is_never_asked_again() {
        paidOrder("r3");
        try {
            netopia.refundAnswer = "{\"error\":{\"code\":\"34\",\"message\":\"not allowed\"}}";
            assertThat(refunded("4.84").moneyBack()).isEqualTo(MoneyBack.BY_HAND);
            assertThat(cardPayment().askedBack()).isEqualByComparingTo("0");
            netopia.refundAnswer = "";
            int before = netopia.refunds.size();
            assertThat(refunded("4.84").moneyBack()).isEqualTo(MoneyBack.UNSURE);
            assertThat(netopia.refunds).hasSize(before + 1);
            assertThat(cardPayment().askedBack()).isEqualByComparingTo("24.62");
        } finally {
            netopia.refundAnswer = NetopiaSimulator.REFUNDED;
        }
    }

    @Test
    void euplatesc_gives_back_to_the_card_what_two_people_decided() {
        CardOrderId order = shop.order(CardWay.EUPLATESC);
        shop.notice(CardWay.EUPLATESC, EuPlatescSimulator.notice(order, "x1" + account, "0", CardShop.PRICE, "RON"));

        Correction done = refunded("12.10");

        assertThat(done.moneyBack()).isEqualTo(MoneyBack.TO_CARD);
        assertThat(shop.euPlatesc.lastAsked())
                .containsEntry("method", "refund")
                .containsEntry("ukey", EuPlatescSimulator.STAFF.key())
                .containsEntry("epid", "x1" + account)
                .containsEntry("amount", "61.56");
        assertThat(shop.credit()).isEqualTo(Money.ofEuro("10"));
    }

    @Test
    void euplatesc_s_refund_that_is_refused_or_not_answered_is_never_asked_again() {
        CardOrderId order = shop.order(CardWay.EUPLATESC);
        shop.notice(CardWay.EUPLATESC, EuPlatescSimulator.notice(order, "x2" + account, "0", CardShop.PRICE, "RON"));
        try {
            shop.euPlatesc.refundAnswer = "{\"error\":\"not allowed\",\"ecode\":\"11\"}";
            assertThat(refunded("4.84").moneyBack()).isEqualTo(MoneyBack.BY_HAND);
            for (String unclear : new String[] {"", "<html>", "{\"success\":\"0\"}"}) {
                shop.euPlatesc.refundAnswer = unclear;
                int before = shop.euPlatesc.asked.size();
                assertThat(refunded("4.84").moneyBack()).as(unclear).isEqualTo(MoneyBack.UNSURE);
                assertThat(shop.euPlatesc.asked).as(unclear).hasSize(before + 1);
            }
        } finally {
            shop.euPlatesc.refundAnswer = EuPlatescSimulator.REFUNDED;
        }
    }

    private CardOrderId paidOrder(String transaction) {
        CardOrderId order = shop.order(CardWay.NETOPIA);
        shop.notice(
                CardWay.NETOPIA,
                netopia.signed(NetopiaSimulator.notice(order, transaction + account, 3, CardShop.PRICE, "RON")));
        return order;
    }

    private CardPayment cardPayment() {
        return shop.book.list(CardState.PAID, PageRequest.first(50)).items().stream()
                .filter(payment -> payment.account().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private Correction refunded(String gross) {
        Invoice paid = shop.invoices().stream()
                .filter(invoice -> invoice.takesBack().isEmpty())
                .findFirst()
                .orElseThrow();
        Correction proposed = asFinance(
                "ana", () -> shop.world.the(CorrectionDesk.class).proposeRefund(paid.number(), gross, "nu mai vrea"));
        return asFinance("dan", () -> shop.world.the(Refunds.class).approve(proposed.id()));
    }

    private static <T> T asFinance(String who, Supplier<T> work) {
        Actor person = new Actor.Person(Optional.empty(), who, Role.FINANCE, "127.0.0.1");
        try (Acting.Scope scope = Acting.as(person)) {
            return work.get();
        }
    }
}
