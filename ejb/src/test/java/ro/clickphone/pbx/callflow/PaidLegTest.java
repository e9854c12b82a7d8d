package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Progress;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.Transfer;
import ro.clickphone.pbx.catalogue.CatalogueService;
import ro.clickphone.pbx.catalogue.OrderId;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.extension.Forward;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.ledger.Balance;
import ro.clickphone.pbx.queue.Announcing;
import ro.clickphone.pbx.queue.QueueAgent;
import ro.clickphone.pbx.queue.QueueService;
import ro.clickphone.pbx.queue.QueueSettings;
import ro.clickphone.pbx.queue.QueueStrategy;
import ro.clickphone.pbx.queue.QueueWait;
import ro.clickphone.pbx.queue.WayOut;

/** Whoever leads a call to the outside pays for that leg: forwards, transfers and the way out of the queue, as own calls. */
class PaidLegTest {
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
    void a_forward_to_a_mobile_is_paid_by_the_account_that_forwards() {
        IncomingCall call = forwardedFromOutside();
        CallStep step = EXCHANGE.events.callArrived(call);

        customer.isPaidFor(step);
        customer.talksFor(call, step, 1, Duration.ofSeconds(100));

        customer.has("0.925");
        assertThat(EXCHANGE.world.number("SELECT SUM(price) FROM call_detail WHERE account_id = " + account))
                .isEqualTo(75_000);
    }

    @Test
    void a_forward_that_nobody_answers_costs_nothing() {
        IncomingCall call = forwardedFromOutside();
        CallStep step = EXCHANGE.events.callArrived(call);
        customer.isPaidFor(step);

        EXCHANGE.world.clock().advance(Duration.ofSeconds(20));
        customer.ends(
                call,
                step,
                List.of(customer.leg(call, 1, customer.mobile(), new Progress.Unanswered())),
                new Progress.Unanswered());

        customer.has("1.00");
    }

    @Test
    void a_forward_without_credit_is_not_dialled() {
        customer.loses("1.00");

        CallStep step = EXCHANGE.events.callArrived(forwardedFromOutside());

        assertThat(step.step()).isNotInstanceOf(Step.Dial.class);
    }

    @Test
    void a_call_between_extensions_that_is_handed_on_to_a_mobile_is_paid_from_then_on() {
        IncomingCall call = customer.from(customer.phone(100), "101");
        CallStep inside = EXCHANGE.events.callArrived(call);
        assertThat(customer.balance().reserved()).isEqualTo(Money.ZERO);
        EXCHANGE.world.clock().advance(Duration.ofSeconds(300));

        CallStep step = EXCHANGE.events.transferred(
                call.id(),
                inside.state(),
                new Transfer(customer.phone(101), customer.phone(100), CallerId.of("100"), "0723456789"));

        customer.isPaidFor(step);
        customer.talksFor(call, step, 2, Duration.ofSeconds(100));
        customer.has("0.925");
    }

    @Test
    void a_caller_from_outside_who_is_handed_on_to_a_mobile_is_paid_by_who_hands_on() {
        EXCHANGE.the(RoutingService.class)
                .route(account, new Destination.Extensions(List.of(new ExtensionNumber(100))));
        IncomingCall call = customer.from(customer.outside("0216583456"), customer.number);
        CallStep inside = EXCHANGE.events.callArrived(call);

        CallStep step = EXCHANGE.events.transferred(
                call.id(),
                inside.state(),
                new Transfer(customer.phone(100), call.source(), CallerId.of("100"), "0723456789"));

        customer.isPaidFor(step);
        customer.talksFor(call, step, 2, Duration.ofSeconds(60));
        customer.has("0.955");
    }

    @Test
    void calls_that_come_in_and_calls_inside_cost_nothing_and_take_no_included_minutes() {
        customer.topUp("1.00");
        EXCHANGE.the(CatalogueService.class).buy(account, OrderId.random(), "MIN100");
        Balance before = customer.balance();
        Party outside = customer.outside("0216583456");
        for (IncomingCall call :
                List.of(customer.from(outside, customer.number), customer.from(customer.phone(100), "101"))) {
            CallStep step = EXCHANGE.events.callArrived(call);
            Instant since = EXCHANGE.world.clock().instant();
            EXCHANGE.world.clock().advance(Duration.ofMinutes(10));
            Progress talked = new Progress.Talked(since, since);
            customer.ends(
                    call,
                    step,
                    List.of(
                            customer.leg(call, 0, call.source(), talked),
                            customer.leg(call, 1, customer.phone(102), talked)),
                    talked);
        }
        assertThat(customer.balance()).isEqualTo(before);
        assertThat(EXCHANGE.world.number(
                        "SELECT SUM(seconds_used) FROM subscription_month WHERE account_id = " + account))
                .isZero();
    }

    @Test
    void a_carrier_hands_nobody_on_at_the_customer_s_cost() {
        IncomingCall call = customer.from(customer.outside("0216583456"), customer.number);
        CallStep inside = EXCHANGE.events.callArrived(call);

        CallStep step = EXCHANGE.events.transferred(
                call.id(),
                inside.state(),
                new Transfer(call.source(), customer.phone(100), CallerId.of("100"), "0723456789"));

        assertThat(step.step()).isEqualTo(Step.Reject.with(403));
        customer.has("1.00");
    }

    @Test
    void the_way_out_of_the_queue_to_a_forwarded_extension_is_paid() {
        forward(102);
        wayOutIsPaid(new WayOut.ToExtension(new ExtensionNumber(102)));
    }

    @Test
    void the_way_out_of_the_queue_straight_to_a_mobile_is_paid() {
        wayOutIsPaid(new WayOut.ToNumber(new E164(PaidExchange.MOBILE)));
    }

    @Test
    void the_way_out_of_the_queue_to_a_premium_number_is_refused() {
        assertThatThrownBy(() -> queue(new WayOut.ToNumber(new E164("+40906123456"))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("forward.number"));
    }

    private void queue(WayOut wayOut) {
        EXCHANGE.the(QueueService.class)
                .save(
                        account,
                        new QueueSettings(
                                List.of(QueueAgent.of(new ExtensionNumber(100))),
                                QueueStrategy.LINEAR,
                                Duration.ZERO,
                                new QueueWait(Duration.ofMinutes(1), wayOut, Announcing.NOTHING)));
    }

    private void wayOutIsPaid(WayOut wayOut) {
        queue(wayOut);
        assertThat(EXCHANGE.the(QueueService.class).settings(account).waiting().wayOut())
                .isEqualTo(wayOut);
        EXCHANGE.the(RoutingService.class).route(account, new Destination.Queue());
        IncomingCall call = customer.from(customer.outside("0216583456"), customer.number);
        CallStep step = EXCHANGE.events.callArrived(call);
        while (!(step.step() instanceof Step.Wait)) {
            step = EXCHANGE.events.stepEnded(call.id(), step.state(), new StepOutcome.Played());
        }
        assertThat(customer.balance().reserved()).isEqualTo(Money.ZERO);
        EXCHANGE.world.clock().advance(Duration.ofMinutes(1));

        step = EXCHANGE.events.stepEnded(call.id(), step.state(), new StepOutcome.WaitEnded());

        customer.isPaidFor(step);
        customer.talksFor(call, step, 1, Duration.ofSeconds(60));
        customer.has("0.955");
    }

    private IncomingCall forwardedFromOutside() {
        forward(100);
        EXCHANGE.the(RoutingService.class)
                .route(account, new Destination.Extensions(List.of(new ExtensionNumber(100))));
        return customer.from(customer.outside("0216583456"), customer.number);
    }

    private void forward(int extension) {
        ExtensionService extensions = EXCHANGE.the(ExtensionService.class);
        extensions.setForward(account, new ExtensionNumber(extension), Forward.When.ALWAYS, "0723456789");
        extensions.activateForward(account, new ExtensionNumber(extension), Forward.When.ALWAYS);
    }
}
