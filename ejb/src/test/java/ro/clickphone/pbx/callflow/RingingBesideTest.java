package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.LegId;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Progress;
import ro.clickphone.engine.api.Step;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.extension.Forward;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Money;

/** Numbers outside ring beside colleagues and beside each other: each takes a channel, whoever answers is paid for. */
class RingingBesideTest {
    private static final String OTHER_MOBILE = "+40744123456";
    /** Dearer than the mobiles of the country. */
    private static final String ABROAD = "+4915123456789";

    @RegisterExtension
    static final PaidExchange EXCHANGE = new PaidExchange();

    private PayingCustomer customer;
    private AccountId account;

    @BeforeEach
    void customer() {
        customer = EXCHANGE.customer(3).topUp("1.00");
        account = customer.account;
    }

    @Test
    void a_mobile_that_rings_beside_a_colleague_is_paid_when_it_answers() {
        IncomingCall call = ringsBesideAMobile();
        CallStep step = EXCHANGE.events.callArrived(call);

        ringsBoth(step);
        customer.talksFor(call, step, 2, Duration.ofSeconds(60));
        customer.has("0.955");
    }

    @Test
    void a_colleague_who_answers_instead_of_the_mobile_costs_nothing_and_frees_the_channel() {
        IncomingCall call = ringsBesideAMobile();
        CallStep step = EXCHANGE.events.callArrived(call);
        ringsBoth(step);
        Instant since = EXCHANGE.world.clock().instant();
        EXCHANGE.events.legsChanged(
                List.of(new LegEvent(new LegId(call.id(), 1), customer.phone(101), LegEvent.Kind.TALKING, since)));
        assertThat(EXCHANGE.the(Channels.class).taken(account, Channels.Way.OUT))
                .isZero();
        EXCHANGE.world.clock().advance(Duration.ofMinutes(10));
        Progress talked = new Progress.Talked(since, since);
        customer.ends(
                call,
                step,
                List.of(
                        customer.leg(call, 0, call.source(), talked),
                        customer.leg(call, 1, customer.phone(101), talked)),
                talked);
        customer.has("1.00");
    }

    @Test
    void the_colleague_rings_alone_when_there_is_no_credit_for_the_mobile() {
        IncomingCall call = ringsBesideAMobile();
        customer.loses("1.00");
        assertThat(EXCHANGE.events.callArrived(call).step()).isInstanceOfSatisfying(Step.Dial.class, dial -> {
            assertThat(dial.parties()).containsExactly(customer.phone(101));
            assertThat(dial.talkLimit()).isEmpty();
        });
    }

    private IncomingCall ringsBesideAMobile() {
        sendsCallsTo(100, "0723456789");
        EXCHANGE.the(RoutingService.class)
                .route(
                        account,
                        new Destination.Extensions(List.of(new ExtensionNumber(100), new ExtensionNumber(101))));
        return customer.from(customer.outside("0216583456"), customer.number);
    }

    private void ringsBoth(CallStep step) {
        assertThat(step.step()).isInstanceOfSatisfying(Step.Dial.class, dial -> {
            assertThat(dial.parties()).containsExactly(customer.phone(101), customer.mobile());
            assertThat(dial.talkLimit()).isPresent();
        });
        assertThat(customer.balance().reserved()).isEqualTo(Money.ofEuro("0.045"));
    }

    @Test
    void two_mobiles_ring_together_with_the_colleague_and_the_first_that_answers_is_paid() {
        sendsCallsTo(100, "0723456789");
        sendsCallsTo(102, "0744123456");
        IncomingCall call = routedTo(100, 101, 102);
        CallStep step = EXCHANGE.events.callArrived(call);
        assertThat(rung(step)).containsExactly(customer.phone(101), customer.mobile(), customer.outside(OTHER_MOBILE));
        assertThat(channelsOut()).isEqualTo(2);
        assertThat(customer.balance().reserved()).isEqualTo(Money.ofEuro("0.045"));

        Party winner = customer.outside(OTHER_MOBILE);
        Progress talked = customer.talks(call, 3, winner);
        assertThat(channelsOut()).as("the other number rings no more").isEqualTo(1);
        EXCHANGE.world.clock().advance(Duration.ofSeconds(60));
        customer.ends(
                call,
                step,
                List.of(
                        customer.leg(call, 2, customer.mobile(), new Progress.Unanswered()),
                        customer.leg(call, 3, winner, talked)),
                talked);
        customer.has("0.955");
        assertThat(channelsOut()).isZero();
    }

    @Test
    void what_is_set_aside_is_enough_for_the_dearest_that_may_answer() {
        sendsCallsTo(100, "0723456789");
        sendsCallsTo(101, "00" + ABROAD.substring(1));
        IncomingCall call = routedTo(100, 101);
        CallStep step = EXCHANGE.events.callArrived(call);
        assertThat(rung(step)).containsExactly(customer.mobile(), customer.outside(ABROAD));
        Money abroad = customer.balance().reserved();
        assertThat(abroad).isGreaterThan(Money.ofEuro("0.045"));

        Progress talked = customer.talks(call, 1, customer.mobile());
        EXCHANGE.world.clock().advance(Duration.ofSeconds(60));
        customer.ends(call, step, List.of(customer.leg(call, 1, customer.mobile(), talked)), talked);
        customer.has("0.955");
    }

    /** A minute there costs 0.34 at least. */
    @Test
    void a_number_that_is_too_dear_for_the_credit_does_not_keep_the_cheap_one_from_ringing() {
        customer.loses("0.90");
        sendsCallsTo(100, "0012423591234");
        sendsCallsTo(101, "0723456789");
        assertThat(rung(EXCHANGE.events.callArrived(routedTo(100, 101)))).containsExactly(customer.mobile());
        assertThat(channelsOut()).isEqualTo(1);
    }

    @Test
    void as_many_numbers_ring_as_channels_are_free() {
        sendsCallsTo(100, "0723456789");
        sendsCallsTo(101, "0744123456");
        EXCHANGE.events.callArrived(customer.from(customer.phone(100), "0723456780"));
        EXCHANGE.events.callArrived(customer.from(customer.phone(101), "0723456781"));
        CallStep step = EXCHANGE.events.callArrived(routedTo(100, 101));
        assertThat(rung(step)).containsExactly(customer.mobile());
        assertThat(Position.parse(step.state()).orElseThrow().trail().toString())
                .endsWith("channels-out");
        assertThat(channelsOut()).isEqualTo(3);
    }

    @Test
    void one_number_to_which_two_send_their_calls_rings_once() {
        sendsCallsTo(100, "0723456789");
        sendsCallsTo(101, "0723456789");
        assertThat(rung(EXCHANGE.events.callArrived(routedTo(100, 101)))).containsExactly(customer.mobile());
        assertThat(channelsOut()).isEqualTo(1);
    }

    private int channelsOut() {
        return EXCHANGE.the(Channels.class).taken(account, Channels.Way.OUT);
    }

    private static List<Party> rung(CallStep step) {
        return ((Step.Dial) step.step()).parties();
    }

    private IncomingCall routedTo(int... extensions) {
        List<ExtensionNumber> numbers =
                Arrays.stream(extensions).mapToObj(ExtensionNumber::new).toList();
        EXCHANGE.the(RoutingService.class).route(account, new Destination.Extensions(numbers));
        return customer.from(customer.outside("0216583456"), customer.number);
    }

    private void sendsCallsTo(int extension, String number) {
        ExtensionService extensions = EXCHANGE.the(ExtensionService.class);
        extensions.setForward(account, new ExtensionNumber(extension), Forward.When.ALWAYS, number);
        extensions.activateForward(account, new ExtensionNumber(extension), Forward.When.ALWAYS);
    }
}
