package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Progress;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.Transfer;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.account.NewUser;
import ro.clickphone.pbx.account.Users;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.kernel.AccountId;

/** What stands between a customer and the public network: channels and credit, and nothing before help. */
class TollTest {
    private static final String MOBILE = "0723456789";

    @RegisterExtension
    static final PaidExchange EXCHANGE = new PaidExchange();

    private PayingCustomer customer;
    private AccountId account;
    private String number;
    private Party phone;

    /** One extension, hence one channel each way. */
    @BeforeEach
    void customer() {
        customer = EXCHANGE.customer(1);
        account = customer.account;
        number = customer.number;
        phone = customer.phone(100);
        EXCHANGE.the(Users.class)
                .add(
                        account,
                        new NewUser(account + "@client.example", "Client", Role.OWNER, "a-long-password-" + account));
    }

    @Test
    void without_credit_the_caller_hears_it_and_nothing_is_dialled() {
        Step.Reject refusal = (Step.Reject) out(MOBILE).step();
        assertThat(refusal.status()).isEqualTo(403);
        assertThat(refusal.announcement()).contains(new Prompt.System("no-credit", "ro"));
        assertThat(out("0800123456").step()).as("a free number").isInstanceOf(Step.Dial.class);
    }

    /** REFER, and 302: as if she had dialled, by right and by cost. */
    @Test
    void call_that_is_handed_on_to_the_public_network_is_paid_for_by_who_hands_it_on() {
        assertThat(handedOn(phone, MOBILE))
                .isEqualTo(new Step.Reject(403, Optional.of(new Prompt.System("no-credit", "ro"))));
        credit();
        assertThat(((Step.Dial) handedOn(phone, MOBILE)).talkLimit()).isPresent();
        assertThat(handedOn(phone, MOBILE)).as("the one channel is taken").isEqualTo(Step.Reject.with(486));
    }

    @Test
    void carrier_hands_nothing_on_at_our_cost() {
        credit();
        assertThat(handedOn(customer.outside("0216583456"), MOBILE)).isEqualTo(Step.Reject.with(403));
    }

    @Test
    void minute_dearer_than_the_customer_permits_is_dialled_by_no_way() {
        credit();
        EXCHANGE.world.asked(db -> db.createNativeQuery(
                        "INSERT INTO call_restriction (account_id, permitted, blocked, anonymous, price_cap, security_mail,"
                                + " version) VALUES (" + account + ", 'NATIONAL,MOBILE', FALSE, 'ADMITTED', 1, '', 1)"
                                + " ON DUPLICATE KEY UPDATE price_cap = 1")
                .executeUpdate());
        Step refused = new Step.Reject(403, Optional.of(new Prompt.System("restricted", "ro")));
        EXCHANGE.the(RoutingPlans.class).accountChanged(new AccountChanged(account));
        assertThat(out(MOBILE).step()).isEqualTo(refused);
        assertThat(handedOn(phone, MOBILE)).isEqualTo(refused);
    }

    @Test
    void with_credit_the_call_is_dialled_with_its_limit() {
        credit();
        Step.Dial dial = (Step.Dial) out(MOBILE).step();
        assertThat(dial.talkLimit())
                .hasValueSatisfying(limit -> assertThat(limit.atMost()).hasSeconds(60));
    }

    @Test
    void the_call_over_the_channels_is_busy_and_the_next_one_finds_the_channel_free_again() {
        credit();
        IncomingCall first = customer.from(phone, MOBILE);
        assertThat(EXCHANGE.events.callArrived(first).step()).isInstanceOf(Step.Dial.class);
        assertThat(out(MOBILE).step()).isEqualTo(Step.Reject.with(486));
        ended(first, EXCHANGE.events.callArrived(first));
        assertThat(out(MOBILE).step()).isInstanceOf(Step.Dial.class);
    }

    @Test
    void help_is_reached_without_credit_and_with_all_channels_busy() {
        assertThat(out("112").step()).isInstanceOf(Step.Dial.class);
        credit();
        out(MOBILE);
        Step.Dial dial = (Step.Dial) out("112").step();
        assertThat(dial.talkLimit()).isEmpty();
    }

    @Test
    void a_caller_who_finds_all_channels_busy_is_a_missed_call_and_a_mail() {
        IncomingCall first = customer.from(customer.outside("0216583456"), number);
        assertThat(EXCHANGE.events.callArrived(first).step()).isNotEqualTo(Step.Reject.with(486));
        IncomingCall second = customer.from(customer.outside("0216583457"), number);
        CallStep busy = EXCHANGE.events.callArrived(second);
        assertThat(busy.step()).isEqualTo(Step.Reject.with(486));
        ended(second, busy);
        ended(second, busy);
        assertThat(EXCHANGE.world.number(
                        "SELECT COUNT(*) FROM call_detail WHERE status = 'LOST' AND account_id = " + account))
                .isEqualTo(1);
        assertThat(EXCHANGE.world.number(
                        "SELECT COUNT(*) FROM mail WHERE kind = 'call.channels' AND account_id = " + account))
                .isEqualTo(1);
    }

    @Test
    void many_callers_who_find_all_channels_busy_are_two_mails_the_second_with_all_of_them() {
        EXCHANGE.events.callArrived(customer.from(customer.outside("0216583456"), number));
        for (int caller = 0; caller < 5; caller++) {
            IncomingCall late = customer.from(customer.outside("021658346" + caller), number);
            CallStep busy = EXCHANGE.events.callArrived(late);
            assertThat(busy.step()).isEqualTo(Step.Reject.with(486));
            ended(late, busy);
        }
        assertThat(EXCHANGE.world.number(
                        "SELECT COUNT(*) FROM call_detail WHERE status = 'LOST' AND account_id = " + account))
                .isEqualTo(5);
        assertThat(mails("subject"))
                .containsExactly(
                        "Apel nepreluat de la 0216583460: toate canalele de intrare erau ocupate",
                        "Apel nepreluat de la 0216583461: toate canalele de intrare erau ocupate");
        assertThat((String) mails("body").get(1))
                .contains("0216583461", "0216583462", "0216583463", "0216583464", number, "Inbound")
                .doesNotContain("0216583460");
    }

    private List<Object> mails(String column) {
        return EXCHANGE.world.asked(db -> List.copyOf(db.createNativeQuery("SELECT " + column
                        + " FROM mail WHERE kind = 'call.channels' AND account_id = " + account + " ORDER BY mail_id")
                .getResultList()));
    }

    private Step handedOn(Party by, String target) {
        IncomingCall call = customer.from(phone, "100");
        CallStep first = EXCHANGE.events.callArrived(call);
        return EXCHANGE.events
                .transferred(call.id(), first.state(), new Transfer(by, phone, CallerId.of(""), target))
                .step();
    }

    private CallStep out(String dialled) {
        return EXCHANGE.events.callArrived(customer.from(phone, dialled));
    }

    private static void ended(IncomingCall call, CallStep step) {
        CallRecord record = new CallRecord(
                call,
                new Progress.Unanswered(),
                EXCHANGE.world.clock().instant(),
                HangupCause.BUSY,
                CallRecord.Ender.EXCHANGE,
                step.state(),
                List.of());
        EXCHANGE.world.inTransaction(() -> {
            EXCHANGE.events.callsEnded(List.of(record));
            return Optional.empty();
        });
    }

    private void credit() {
        customer.topUp("5.00");
    }
}
