package ro.clickphone.pbx.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.access.Actor;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.billing.BillingService;
import ro.clickphone.pbx.billing.SupplierDesk;
import ro.clickphone.pbx.document.CiusRo;
import ro.clickphone.pbx.document.SampleDocuments;
import ro.clickphone.pbx.invoice.InvoiceService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.ledger.LedgerCheck;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.payment.CreditAmount;
import ro.clickphone.pbx.payment.PaymentService;
import ro.clickphone.pbx.tax.EuroRate;
import ro.clickphone.pbx.tax.TaxTables;
import ro.clickphone.pbx.world.World;

/** A notice of Netopia that never came: the service is asked, and what it says is booked once. */
class LostNoticeTest {
    private static final String PRICE = "123.11";
    private static World world;
    private static NetopiaSimulator netopia;
    private static long accounts = 66_000;

    private final AccountId account = new AccountId(++accounts);
    private final CardTill till = world.the(CardTill.class);
    private final CardBook book = world.the(CardBook.class);
    private CardOrderId order;

    @BeforeAll
    static void open() {
        netopia = new NetopiaSimulator();
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
                netopia.publicKey().toString()));
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
    void an_order_of_twenty_minutes_ago() {
        world.clock().setLocal("2026-02-03T11:45:42");
        // what an earlier test left is not asked for here
        world.asked(db -> db.createNativeQuery("UPDATE card_payment SET state = 'REFUSED' WHERE state = 'OPEN'")
                .executeUpdate());
        world.the(AccountService.class).create(account, new NewAccount("Probe SRL", ZoneId.of("Europe/Bucharest"), 5));
        world.the(BillingService.class).save(account, SampleDocuments.COMPANY);
        order = till.order(
                account,
                world.the(PaymentService.class)
                        .order(account, CreditAmount.parse("20"))
                        .reference(),
                CardWay.NETOPIA,
                "ro");
        world.clock().advance(Duration.ofMinutes(20));
    }

    @Test
    void payment_whose_notice_was_lost_is_asked_for_and_credited_once_also_when_the_notice_comes_later() {
        netopia.statusAnswer = status(3, PRICE);

        assertThat(till.askForOpen()).isEqualTo(1);
        assertThat(till.askForOpen()).as("decided").isZero();
        lateNotice();

        assertThat(netopia.questions.get(netopia.questions.size() - 1))
                .isEqualTo(
                        "{\"posID\":\"" + NetopiaSimulator.POS + "\",\"ntpID\":\"77\",\"orderID\":\"" + order + "\"}");
        assertThat(book.find(account, order).state()).isEqualTo(CardState.PAID);
        assertThat(credit()).isEqualTo(Money.ofEuro("20.00"));
        assertThat(world.the(InvoiceService.class)
                        .list(account, PageRequest.first(5))
                        .items())
                .hasSize(1);
    }

    @Test
    void payment_of_which_nothing_is_known_yet_or_the_answer_is_nonsense_stays_open() {
        for (String answer : new String[] {status(1, PRICE), "{}", "<html>", "{\"payment\":{}}", "{\"payment\":7}"}) {
            netopia.statusAnswer = answer;
            assertThat(till.askForOpen()).as(answer).isEqualTo(1);
            assertThat(book.find(account, order).state()).as(answer).isEqualTo(CardState.OPEN);
        }
        assertThat(credit()).isEqualTo(Money.ZERO);
    }

    @Test
    void another_amount_is_not_credited_and_a_person_must_look() {
        netopia.statusAnswer = status(3, "1.00");

        till.askForOpen();

        assertThat(book.find(account, order).state()).isEqualTo(CardState.WRONG);
        assertThat(credit()).isEqualTo(Money.ZERO);
    }

    @Test
    void payment_that_the_service_refused_is_closed() {
        netopia.statusAnswer = status(12, PRICE);

        till.askForOpen();

        assertThat(book.find(account, order).state()).isEqualTo(CardState.REFUSED);
    }

    private void lateNotice() {
        try (Acting.Scope stranger = Acting.as(new Actor.Stranger("127.0.0.1"))) {
            book.take(CardWay.NETOPIA, netopia.signed(NetopiaSimulator.notice(order, "77" + account, 3, PRICE, "RON")));
        }
    }

    private String status(int status, String amount) {
        return "{\"error\":{\"code\":\"00\"},\"payment\":{\"ntpID\":\"77%s\",\"status\":%d,\"amount\":%s,\"currency\":\"RON\"}}"
                .formatted(account, status, amount);
    }

    private Money credit() {
        return world.the(LedgerService.class).balance(account).total();
    }
}
