package ro.clickphone.pbx.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.access.Actor;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.billing.BillingService;
import ro.clickphone.pbx.billing.SupplierDesk;
import ro.clickphone.pbx.correction.Correction;
import ro.clickphone.pbx.correction.CorrectionDesk;
import ro.clickphone.pbx.correction.MoneyBack;
import ro.clickphone.pbx.correction.Refunds;
import ro.clickphone.pbx.document.CiusRo;
import ro.clickphone.pbx.document.PaidBy;
import ro.clickphone.pbx.document.SampleDocuments;
import ro.clickphone.pbx.invoice.Invoice;
import ro.clickphone.pbx.invoice.InvoiceService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.ledger.LedgerCheck;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.payment.CreditAmount;
import ro.clickphone.pbx.payment.PaymentService;
import ro.clickphone.pbx.payment.Proforma;
import ro.clickphone.pbx.payment.ProformaState;
import ro.clickphone.pbx.tax.EuroRate;
import ro.clickphone.pbx.tax.TaxTables;
import ro.clickphone.pbx.world.World;

/** Credit by card with both payment services on the loopback; notices come from a stranger, as they do. */
class CardTest {
    private static final String MERCHANT = "44841234567";
    private static final String KEY = "00112233445566778899AABBCCDDEEFF";
    private static final String PRICE = "123.11";
    private static World world;
    private static NetopiaSimulator netopia;
    private static long accounts = 65_000;

    private final AccountId account = new AccountId(++accounts);
    private final CardTill till = world.the(CardTill.class);
    private final CardBook book = world.the(CardBook.class);

    @BeforeAll
    static void open() {
        netopia = new NetopiaSimulator();
        // the first one takes seconds: not while eight notices wait for one another
        CiusRo.prepare();
        world = World.with(Map.of(
                "PBX_PORTAL_URL",
                "https://pbx.example/",
                "PBX_NETOPIA_URL",
                netopia.service().toString(),
                "PBX_NETOPIA_API_KEY",
                NetopiaSimulator.API_KEY,
                "PBX_NETOPIA_POS",
                NetopiaSimulator.POS,
                "PBX_NETOPIA_PUBLIC_KEY",
                netopia.publicKey().toString(),
                "PBX_EUPLATESC_MERCHANT",
                MERCHANT,
                "PBX_EUPLATESC_KEY",
                KEY));
        world.clock().setLocal("2026-02-03T11:45:42");
        world.the(SupplierDesk.class).save(SampleDocuments.SUPPLIER);
        world.the(TaxTables.class).add(new EuroRate(LocalDate.parse("2026-02-03"), new BigDecimal("5.0873")));
    }

    @AfterAll
    static void close() {
        assertThat(world.the(LedgerCheck.class).run()).isEmpty();
        world.close();
        netopia.close();
    }

    @BeforeEach
    void aCustomer() {
        world.the(AccountService.class).create(account, new NewAccount("Probe SRL", ZoneId.of("Europe/Bucharest"), 5));
        world.the(BillingService.class).save(account, SampleDocuments.COMPANY);
    }

    @Test
    void netopia_is_told_the_order_in_lei_and_its_signed_notice_makes_credit_and_invoice() {
        CardOrderId order = order(CardWay.NETOPIA);

        assertThat(netopia.orders.get(netopia.orders.size() - 1))
                .contains("\"orderID\":\"" + order + "\"", "\"amount\":123.11", "\"currency\":\"RON\"")
                .contains("https://pbx.example/payment/card/notice/netopia", "\"posSignature\":\"AAAA-");
        assertThat(till.departure(account, order, "ro"))
                .isEqualTo(new Departure.Link(URI.create(netopia.service() + "/page")));
        notice(CardWay.NETOPIA, netopia.signed(NetopiaSimulator.notice(order, "n1" + account, 3, PRICE, "RON")));

        assertThat(credit()).isEqualTo(Money.ofEuro("20.00"));
        assertThat(invoices()).singleElement().satisfies(invoice -> {
            assertThat(invoice.paidBy()).isEqualTo(PaidBy.CARD);
            assertThat(invoice.amounts().gross()).isEqualTo("24.20");
        });
        assertThat(book.find(account, order).state()).isEqualTo(CardState.PAID);
        assertThat(proformas().get(0).state()).isEqualTo(ProformaState.PAID);
    }

    @Test
    void euplatesc_form_is_signed_and_its_signed_notice_makes_credit_and_invoice() {
        CardOrderId order = order(CardWay.EUPLATESC);
        Departure.Form form = (Departure.Form) till.departure(account, order, "ro");
        List<String> signed =
                List.of("amount", "curr", "invoice_id", "order_desc", "merch_id", "timestamp", "nonce").stream()
                        .map(form.fields()::get)
                        .toList();
        assertThat(form.fields().get("fp_hash")).isEqualTo(euPlatesc().signature(signed));
        assertThat(form.fields()).containsEntry("amount", PRICE).containsEntry("curr", "RON");

        notice(CardWay.EUPLATESC, euPlatescNotice(order, "e1" + account, "0", PRICE, "RON"));

        assertThat(credit()).isEqualTo(Money.ofEuro("20.00"));
        assertThat(invoices()).hasSize(1);
    }

    /** Computed by another program: Python's hmac over "6123.113RON20ABC…". */
    @Test
    void euplatesc_signature_is_hmac_md5_over_values_with_their_lengths() {
        assertThat(euPlatesc()
                        .signature(List.of(
                                PRICE,
                                "RON",
                                "ABCDEFGHJKLMNPQRSTUV",
                                "Credit CP-7K3M-9QTX",
                                MERCHANT,
                                "20261126184500",
                                "0123456789abcdef0123456789abcdef")))
                .isEqualTo("8BD4F38E087D312BA3891FECA6247E79");
    }

    @Test
    void notice_that_is_repeated_eight_times_at_once_makes_one_credit() throws Exception {
        CardOrderId order = order(CardWay.NETOPIA);
        SignedPost post = netopia.signed(NetopiaSimulator.notice(order, "n2" + account, 3, PRICE, "RON"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> told = IntStream.range(0, 8)
                .<Future<?>>mapToObj(i -> threads.submit(() -> notice(CardWay.NETOPIA, post)))
                .toList();
        for (Future<?> one : told) {
            one.get();
        }
        threads.shutdown();

        assertThat(credit()).isEqualTo(Money.ofEuro("20.00"));
        assertThat(invoices()).hasSize(1);
    }

    @Test
    void two_payments_of_one_order_are_both_the_customer_s_money() {
        CardOrderId order = order(CardWay.NETOPIA);
        notice(CardWay.NETOPIA, netopia.signed(NetopiaSimulator.notice(order, "n3" + account, 3, PRICE, "RON")));
        notice(CardWay.NETOPIA, netopia.signed(NetopiaSimulator.notice(order, "n4" + account, 3, PRICE, "RON")));

        assertThat(credit()).isEqualTo(Money.ofEuro("40.00"));
        assertThat(invoices()).hasSize(2);
    }

    @Test
    void forged_notices_of_netopia_bring_nothing() {
        CardOrderId order = order(CardWay.NETOPIA);
        String body = NetopiaSimulator.notice(order, "n5" + account, 3, PRICE, "RON");
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
            assertThatThrownBy(() -> notice(CardWay.NETOPIA, forged)).hasMessageContaining("card.signature");
        }
        stranger.close();
        nothingCame(order);
    }

    @Test
    void forged_notices_of_euplatesc_bring_nothing() {
        CardOrderId order = order(CardWay.EUPLATESC);
        String good = new String(euPlatescNotice(order, "e2", "0", PRICE, "RON").body(), StandardCharsets.UTF_8);
        for (String forged : List.of(
                good.replace("action=0", "action=1"),
                good.replace(PRICE, "1.00"),
                good.replaceAll("fp_hash=.*", "fp_hash="),
                "",
                "a=%zz")) {
            assertThatThrownBy(() ->
                            notice(CardWay.EUPLATESC, new SignedPost(forged.getBytes(StandardCharsets.UTF_8), "")))
                    .hasMessageContaining("card.signature");
        }
        nothingCame(order);
    }

    @Test
    void other_amount_or_currency_is_not_credited_and_the_operator_is_told_once() {
        CardOrderId order = order(CardWay.NETOPIA);
        SignedPost less = netopia.signed(NetopiaSimulator.notice(order, "n6" + account, 3, "1.00", "RON"));
        notice(CardWay.NETOPIA, less);
        notice(CardWay.NETOPIA, less);
        notice(CardWay.NETOPIA, netopia.signed(NetopiaSimulator.notice(order, "n7" + account, 3, PRICE, "EUR")));

        assertThat(credit()).isEqualTo(Money.ZERO);
        assertThat(invoices()).isEmpty();
        assertThat(book.find(account, order).state()).isEqualTo(CardState.WRONG);
        assertThat(world.number("SELECT COUNT(*) FROM mail WHERE kind = 'card.wrong' AND body LIKE '%" + order + "%'"))
                .isEqualTo(2);
    }

    @Test
    void refusal_that_comes_after_the_money_changes_nothing() {
        CardOrderId order = order(CardWay.NETOPIA);
        notice(CardWay.NETOPIA, netopia.signed(NetopiaSimulator.notice(order, "n8" + account, 12, PRICE, "RON")));
        assertThat(book.find(account, order).state()).isEqualTo(CardState.REFUSED);
        notice(CardWay.NETOPIA, netopia.signed(NetopiaSimulator.notice(order, "n9" + account, 5, PRICE, "RON")));
        notice(CardWay.NETOPIA, netopia.signed(NetopiaSimulator.notice(order, "n8" + account, 12, PRICE, "RON")));

        assertThat(book.find(account, order).state()).isEqualTo(CardState.PAID);
        assertThat(credit()).isEqualTo(Money.ofEuro("20.00"));
    }

    @Test
    void money_that_goes_back_takes_credit_and_invoice_with_it_once_and_an_old_notice_does_not_bring_it_again() {
        CardOrderId order = order(CardWay.NETOPIA);
        SignedPost paid = netopia.signed(NetopiaSimulator.notice(order, "n10" + account, 3, PRICE, "RON"));
        SignedPost back = netopia.signed(NetopiaSimulator.notice(order, "n10" + account, 10, PRICE, "RON"));
        notice(CardWay.NETOPIA, paid);
        notice(CardWay.NETOPIA, back);
        notice(CardWay.NETOPIA, back);
        notice(CardWay.NETOPIA, paid);

        assertThat(credit()).isEqualTo(Money.ZERO);
        assertThat(invoices())
                .extracting(invoice -> invoice.amounts().gross().toPlainString())
                .containsExactly("-24.20", "24.20");
        assertThat(book.find(account, order).state()).isEqualTo(CardState.RETURNED);
    }

    @Test
    void refund_decided_by_two_people_goes_back_to_the_card_and_its_notice_is_no_news() {
        CardOrderId order = paidOrder("r1");

        Correction done = refunded("24.20");

        assertThat(done.moneyBack()).isEqualTo(MoneyBack.TO_CARD);
        assertThat(netopia.refunds.get(netopia.refunds.size() - 1))
                .isEqualTo("{\"ntpID\":\"r1" + account + "\",\"amount\":123.11}");
        assertThat(credit()).isEqualTo(Money.ZERO);
        notice(CardWay.NETOPIA, netopia.signed(NetopiaSimulator.notice(order, "r1" + account, 8, PRICE, "RON")));
        assertThat(invoices()).as("an invoice and one credit note").hasSize(2);
        assertThat(credit()).isEqualTo(Money.ZERO);
        assertThat(book.find(account, order).state()).isEqualTo(CardState.RETURNED);
    }

    @Test
    void part_of_a_payment_that_goes_back_leaves_the_rest_paid() {
        CardOrderId order = paidOrder("r2");

        refunded("12.10");

        assertThat(netopia.refunds.get(netopia.refunds.size() - 1)).contains("\"amount\":61.56");
        notice(CardWay.NETOPIA, netopia.signed(NetopiaSimulator.notice(order, "r2" + account, 8, "61.56", "RON")));
        assertThat(credit()).isEqualTo(Money.ofEuro("10"));
        assertThat(invoices()).hasSize(2);
        assertThat(book.find(account, order).state()).isEqualTo(CardState.PAID);
        refunded("12.10");
        notice(CardWay.NETOPIA, netopia.signed(NetopiaSimulator.notice(order, "r2" + account, 8, "61.55", "RON")));
        assertThat(book.find(account, order).state()).isEqualTo(CardState.RETURNED);
    }

    @Test
    void payment_that_its_bank_takes_back_after_a_part_was_refunded_is_looked_at_by_a_person() {
        CardOrderId order = paidOrder("r4");
        refunded("12.10");
        // the card's bank takes all of it back by force: a person must look, nothing is taken twice
        notice(CardWay.NETOPIA, netopia.signed(NetopiaSimulator.notice(order, "r4" + account, 10, PRICE, "RON")));
        assertThat(credit()).isEqualTo(Money.ofEuro("10"));
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

    private CardOrderId paidOrder(String transaction) {
        CardOrderId order = order(CardWay.NETOPIA);
        notice(CardWay.NETOPIA, netopia.signed(NetopiaSimulator.notice(order, transaction + account, 3, PRICE, "RON")));
        return order;
    }

    private CardPayment cardPayment() {
        return book.list(CardState.PAID, PageRequest.first(50)).items().stream()
                .filter(payment -> payment.account().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private Correction refunded(String gross) {
        Invoice paid = invoices().stream()
                .filter(invoice -> invoice.takesBack().isEmpty())
                .findFirst()
                .orElseThrow();
        Correction proposed = asFinance(
                "ana", () -> world.the(CorrectionDesk.class).proposeRefund(paid.number(), gross, "nu mai vrea"));
        return asFinance("dan", () -> world.the(Refunds.class).approve(proposed.id()));
    }

    private static <T> T asFinance(String who, Supplier<T> work) {
        Actor person = new Actor.Person(Optional.empty(), who, Role.FINANCE, "127.0.0.1");
        try (Acting.Scope scope = Acting.as(person)) {
            return work.get();
        }
    }

    @Test
    void notice_for_an_order_of_the_other_service_or_of_nobody_is_refused() {
        CardOrderId order = order(CardWay.EUPLATESC);
        assertThatThrownBy(() ->
                        notice(CardWay.NETOPIA, netopia.signed(NetopiaSimulator.notice(order, "n11", 3, PRICE, "RON"))))
                .hasMessageContaining("card.unknown");
        assertThatThrownBy(() -> notice(
                        CardWay.NETOPIA,
                        netopia.signed(NetopiaSimulator.notice(CardOrderId.random(), "n12", 3, PRICE, "RON"))))
                .hasMessageContaining("card.unknown");
    }

    @Test
    void order_of_another_customer_does_not_exist() {
        CardOrderId order = order(CardWay.EUPLATESC);
        assertThatThrownBy(() -> book.find(new AccountId(1), order)).hasMessageContaining("card.unknown");
    }

    private CardOrderId order(CardWay way) {
        Proforma proforma = world.the(PaymentService.class).order(account, CreditAmount.parse("20"));
        return till.order(account, proforma.reference(), way, "ro");
    }

    private void notice(CardWay way, SignedPost post) {
        try (Acting.Scope stranger = Acting.as(new Actor.Stranger("127.0.0.1"))) {
            book.take(way, post);
        }
    }

    private static EuPlatesc euPlatesc() {
        return new EuPlatesc(URI.create("https://euplatesc.example/"), MERCHANT, KEY);
    }

    private static SignedPost euPlatescNotice(
            CardOrderId order, String transaction, String action, String amount, String currency) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("amount", amount);
        fields.put("curr", currency);
        fields.put("invoice_id", order.value());
        fields.put("ep_id", transaction);
        fields.put("merch_id", MERCHANT);
        fields.put("action", action);
        fields.put("message", "Approved, țară");
        fields.put("approval", "");
        fields.put("timestamp", "20260203094500");
        fields.put("nonce", "0123456789abcdef0123456789abcdef");
        fields.put("fp_hash", euPlatesc().signature(List.copyOf(fields.values())));
        fields.put("ExtraData", "not signed");
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return new SignedPost(body.getBytes(StandardCharsets.UTF_8), "");
    }

    private void nothingCame(CardOrderId order) {
        assertThat(credit()).isEqualTo(Money.ZERO);
        assertThat(invoices()).isEmpty();
        assertThat(book.find(account, order).state()).isEqualTo(CardState.OPEN);
    }

    private Money credit() {
        return world.the(LedgerService.class).balance(account).total();
    }

    private List<Invoice> invoices() {
        return world.the(InvoiceService.class)
                .list(account, PageRequest.first(5))
                .items();
    }

    private List<Proforma> proformas() {
        return world.the(PaymentService.class)
                .list(account, PageRequest.first(5))
                .items();
    }
}
