package ro.clickphone.pbx.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.document.PaidBy;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.payment.ProformaState;

/** Credit by card with both payment services. */
class CardTest extends WithCardShop {
    @Test
    void netopia_is_told_the_order_in_lei_and_its_signed_notice_makes_credit_and_invoice() {
        CardOrderId order = shop.order(CardWay.NETOPIA);

        assertThat(netopia.orders.get(netopia.orders.size() - 1))
                .contains("\"orderID\":\"" + order + "\"", "\"amount\":123.11", "\"currency\":\"RON\"")
                .contains("https://pbx.example/payment/card/notice/netopia", "\"posSignature\":\"AAAA-");
        assertThat(shop.till.departure(account, order, "ro"))
                .isEqualTo(new Departure.Link(URI.create(netopia.service() + "/page")));
        shop.notice(
                CardWay.NETOPIA,
                netopia.signed(NetopiaSimulator.notice(order, "n1" + account, 3, CardShop.PRICE, "RON")));

        assertThat(shop.credit()).isEqualTo(Money.ofEuro("20.00"));
        assertThat(shop.invoices()).singleElement().satisfies(invoice -> {
            assertThat(invoice.paidBy()).isEqualTo(PaidBy.CARD);
            assertThat(invoice.amounts().gross()).isEqualTo("24.20");
        });
        assertThat(shop.book.find(account, order).state()).isEqualTo(CardState.PAID);
        assertThat(shop.proformas().get(0).state()).isEqualTo(ProformaState.PAID);
    }

    @Test
    void euplatesc_form_is_signed_and_its_signed_notice_makes_credit_and_invoice() {
        CardOrderId order = shop.order(CardWay.EUPLATESC);
        Departure.Form form = (Departure.Form) shop.till.departure(account, order, "ro");
        List<String> signed =
                List.of("amount", "curr", "invoice_id", "order_desc", "merch_id", "timestamp", "nonce").stream()
                        .map(form.fields()::get)
                        .toList();
        assertThat(form.fields().get("fp_hash")).isEqualTo(new LengthMac(EuPlatescSimulator.KEY).of(signed));
        assertThat(form.fields()).containsEntry("amount", CardShop.PRICE).containsEntry("curr", "RON");

        shop.notice(CardWay.EUPLATESC, EuPlatescSimulator.notice(order, "e1" + account, "0", CardShop.PRICE, "RON"));

        assertThat(shop.credit()).isEqualTo(Money.ofEuro("20.00"));
        assertThat(shop.invoices()).hasSize(1);
    }

    /** Computed by another program: Python's hmac over "6123.113RON20ABC…". */
    @Test
    void euplatesc_signature_is_hmac_md5_over_values_with_their_lengths() {
        assertThat(new LengthMac(EuPlatescSimulator.KEY)
                        .of(List.of(
                                CardShop.PRICE,
                                "RON",
                                "ABCDEFGHJKLMNPQRSTUV",
                                "Credit CP-7K3M-9QTX",
                                EuPlatescSimulator.MERCHANT,
                                "20261126184500",
                                "0123456789abcdef0123456789abcdef")))
                .isEqualTo("8BD4F38E087D312BA3891FECA6247E79");
    }

    @Test
    void notice_that_is_repeated_eight_times_at_once_makes_one_credit() throws Exception {
        CardOrderId order = shop.order(CardWay.NETOPIA);
        SignedPost post = netopia.signed(NetopiaSimulator.notice(order, "n2" + account, 3, CardShop.PRICE, "RON"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> told = IntStream.range(0, 8)
                .<Future<?>>mapToObj(i -> threads.submit(() -> shop.notice(CardWay.NETOPIA, post)))
                .toList();
        for (Future<?> one : told) {
            one.get();
        }
        threads.shutdown();

        assertThat(shop.credit()).isEqualTo(Money.ofEuro("20.00"));
        assertThat(shop.invoices()).hasSize(1);
    }

    @Test
    void two_payments_of_one_order_are_both_the_customer_s_money() {
        CardOrderId order = shop.order(CardWay.NETOPIA);
        shop.notice(
                CardWay.NETOPIA,
                netopia.signed(NetopiaSimulator.notice(order, "n3" + account, 3, CardShop.PRICE, "RON")));
        shop.notice(
                CardWay.NETOPIA,
                netopia.signed(NetopiaSimulator.notice(order, "n4" + account, 3, CardShop.PRICE, "RON")));

        assertThat(shop.credit()).isEqualTo(Money.ofEuro("40.00"));
        assertThat(shop.invoices()).hasSize(2);
    }

    @Test
    void forged_notices_of_netopia_bring_nothing() {
        CardOrderId order = shop.order(CardWay.NETOPIA);
        String body = NetopiaSimulator.notice(order, "n5" + account, 3, CardShop.PRICE, "RON");
        String other = NetopiaSimulator.notice(order, "n5" + account, 3, "1.00", "RON");
        NetopiaSimulator stranger = new NetopiaSimulator();
        for (SignedPost forged : List.of(
                stranger.signed(body),
                netopia.signed(body, other, "RS512", "NETOPIA Payments", NetopiaSimulator.POS),
                netopia.signed(body, body, "none", "NETOPIA Payments", NetopiaSimulator.POS),
                netopia.signed(body, body, "HS512", "NETOPIA Payments", NetopiaSimulator.POS),
                netopia.signed(body, body, "RS512", "Somebody", NetopiaSimulator.POS),
                netopia.signed(body, body, "RS512", "NETOPIA Payments", "ZZZZ-BBBB-CCCC-DDDD-EEEE"),
                new SignedPost(body.getBytes(StandardCharsets.UTF_8), ""),
                new SignedPost(body.getBytes(StandardCharsets.UTF_8), "a.b.c"))) {
            assertThatThrownBy(() -> shop.notice(CardWay.NETOPIA, forged)).hasMessageContaining("card.signature");
        }
        stranger.close();
        shop.nothingCame(order);
    }

    @Test
    void forged_notices_of_euplatesc_bring_nothing() {
        CardOrderId order = shop.order(CardWay.EUPLATESC);
        String good = new String(
                EuPlatescSimulator.notice(order, "e2", "0", CardShop.PRICE, "RON")
                        .body(),
                StandardCharsets.UTF_8);
        for (String forged : List.of(
                good.replace("action=0", "action=1"),
                good.replace(CardShop.PRICE, "1.00"),
                good.replaceAll("fp_hash=.*", "fp_hash="),
                "",
                "a=%zz")) {
            assertThatThrownBy(() ->
                            shop.notice(CardWay.EUPLATESC, new SignedPost(forged.getBytes(StandardCharsets.UTF_8), "")))
                    .hasMessageContaining("card.signature");
        }
        shop.nothingCame(order);
    }

    @Test
    void other_amount_or_currency_is_not_credited_and_the_operator_is_told_once() {
        CardOrderId order = shop.order(CardWay.NETOPIA);
        SignedPost less = netopia.signed(NetopiaSimulator.notice(order, "n6" + account, 3, "1.00", "RON"));
        shop.notice(CardWay.NETOPIA, less);
        shop.notice(CardWay.NETOPIA, less);
        shop.notice(
                CardWay.NETOPIA,
                netopia.signed(NetopiaSimulator.notice(order, "n7" + account, 3, CardShop.PRICE, "EUR")));

        assertThat(shop.credit()).isEqualTo(Money.ZERO);
        assertThat(shop.invoices()).isEmpty();
        assertThat(shop.book.find(account, order).state()).isEqualTo(CardState.WRONG);
        assertThat(shop.world.number(
                        "SELECT COUNT(*) FROM mail WHERE kind = 'card.wrong' AND body LIKE '%" + order + "%'"))
                .isEqualTo(2);
    }

    @Test
    void refusal_that_comes_after_the_money_changes_nothing() {
        CardOrderId order = shop.order(CardWay.NETOPIA);
        shop.notice(
                CardWay.NETOPIA,
                netopia.signed(NetopiaSimulator.notice(order, "n8" + account, 12, CardShop.PRICE, "RON")));
        assertThat(shop.book.find(account, order).state()).isEqualTo(CardState.REFUSED);
        shop.notice(
                CardWay.NETOPIA,
                netopia.signed(NetopiaSimulator.notice(order, "n9" + account, 5, CardShop.PRICE, "RON")));
        shop.notice(
                CardWay.NETOPIA,
                netopia.signed(NetopiaSimulator.notice(order, "n8" + account, 12, CardShop.PRICE, "RON")));

        assertThat(shop.book.find(account, order).state()).isEqualTo(CardState.PAID);
        assertThat(shop.credit()).isEqualTo(Money.ofEuro("20.00"));
    }

    @Test
    void notice_for_an_order_of_the_other_service_or_of_nobody_is_refused() {
        CardOrderId order = shop.order(CardWay.EUPLATESC);
        assertThatThrownBy(() -> shop.notice(
                        CardWay.NETOPIA,
                        netopia.signed(NetopiaSimulator.notice(order, "n11", 3, CardShop.PRICE, "RON"))))
                .hasMessageContaining("card.unknown");
        assertThatThrownBy(() -> shop.notice(
                        CardWay.NETOPIA,
                        netopia.signed(NetopiaSimulator.notice(CardOrderId.random(), "n12", 3, CardShop.PRICE, "RON"))))
                .hasMessageContaining("card.unknown");
    }

    @Test
    void order_of_another_customer_does_not_exist() {
        CardOrderId order = shop.order(CardWay.EUPLATESC);
        assertThatThrownBy(() -> shop.book.find(new AccountId(1), order)).hasMessageContaining("card.unknown");
    }
}
