package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.clickphone.pbx.callflow.ManualExample.from;
import static ro.clickphone.pbx.callflow.ManualExample.fromOutside;
import static ro.clickphone.pbx.callflow.ManualExample.message;
import static ro.clickphone.pbx.callflow.ManualExample.phone;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.StepOutcome.DialResult;
import ro.clickphone.pbx.extension.Forward;
import ro.clickphone.pbx.fraud.CallRules;
import ro.clickphone.pbx.fraud.Destinations;
import ro.clickphone.pbx.fraud.Restrictions;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.queue.Announcing;
import ro.clickphone.pbx.queue.QueueSettings;
import ro.clickphone.pbx.queue.QueueStrategy;
import ro.clickphone.pbx.queue.QueueWait;
import ro.clickphone.pbx.queue.WayOut;
import ro.clickphone.pbx.voicemail.Voicemail;

/**
 * A destination that the customer forbids is reached by no way at all: whatever leads to the public network passes the one
 * gate (design, rule 5). Each way is tried once where it is permitted, so that the refusal cannot be for another reason.
 */
class RestrictedPathsTest {
    private static final String MOBILE = "0723456789";
    private static final Party REACHED = new Party.PublicNumber(ManualExample.TRUNK, "+40723456789");
    private static final Step REFUSED = new Step.Reject(403, Optional.of(message("restricted")));

    private final ManualExample open = new ManualExample();
    private final ManualExample strict = new ManualExample().rules(forbidding(Destinations.MOBILE));

    @Test
    void own_call() {
        assertThat(Conversation.of(from(100, MOBILE), open).rings()).containsExactly(REACHED);
        assertThat(Conversation.of(from(100, MOBILE), strict).step()).isEqualTo(REFUSED);
    }

    /** REFER by a telephone in a talk, and 302 by one that rings: the engine asks the same question for both. */
    @Test
    void call_handed_on_by_refer_or_302() {
        assertThat(Conversation.handedOn(from(100, MOBILE), phone(102), open).rings())
                .containsExactly(REACHED);
        assertThat(Conversation.handedOn(from(100, MOBILE), phone(102), strict).step())
                .isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0723456789", "+40723456789", "0040723456789", "40723456789"})
    void in_whatever_way_the_number_is_written(String written) {
        Step step =
                Conversation.handedOn(from(100, written), phone(102), strict).step();
        assertThat(step).isInstanceOf(Step.Reject.class);
    }

    @Test
    void call_handed_on_by_an_extension_that_may_less_than_its_account() {
        ManualExample one = new ManualExample()
                .rules(new CallRules(
                        new Restrictions(EnumSet.allOf(Destinations.class), Restrictions.Service.OPEN),
                        Map.of(new ExtensionNumber(100), forbidden(Destinations.MOBILE)),
                        List.of(),
                        CallRules.Anonymous.ADMITTED));
        assertThat(Conversation.handedOn(from(100, MOBILE), phone(102), one).step())
                .isEqualTo(REFUSED);
        assertThat(Conversation.handedOn(from(101, MOBILE), phone(102), one).rings())
                .containsExactly(REACHED);
    }

    @ParameterizedTest
    @EnumSource(Forward.When.class)
    void forward_of_each_kind(Forward.When when) {
        assertThat(forwarded(open.forward(104, when, MOBILE_E164), when).rings())
                .containsExactly(REACHED);
        assertThat(forwarded(strict.forward(104, when, MOBILE_E164), when).step())
                .isEqualTo(Step.Reject.with(480));
    }

    @Test
    void key_of_the_menu_that_rings_a_forwarded_extension() {
        open.forward(101, Forward.When.ALWAYS, MOBILE_E164);
        strict.forward(101, Forward.When.ALWAYS, MOBILE_E164);
        assertThat(Conversation.of(fromOutside(), open).press("1").press("1").rings())
                .containsExactly(REACHED);
        assertThat(Conversation.of(fromOutside(), strict).press("1").press("1").step())
                .isNotInstanceOf(Step.Dial.class);
    }

    @Test
    void way_out_of_the_queue_to_a_forwarded_extension() {
        assertThat(tiredOfWaiting(open).rings()).containsExactly(REACHED);
        assertThat(tiredOfWaiting(strict).step()).isNotInstanceOf(Step.Dial.class);
    }

    @Test
    void way_out_of_the_queue_to_a_number_outside() {
        WayOut outside = new WayOut.ToNumber(new E164(MOBILE_E164));
        assertThat(tiredOfWaiting(open, outside).rings()).containsExactly(REACHED);
        assertThat(tiredOfWaiting(strict, outside).step()).isNotInstanceOf(Step.Dial.class);
    }

    @Test
    void call_back_from_the_mailbox() {
        assertThat(calledBack(open).rings()).containsExactly(REACHED);
        assertThat(calledBack(strict).step()).isEqualTo(REFUSED);
    }

    @Test
    void call_that_comes_back_from_its_parking_place_to_a_forwarded_extension() {
        assertThat(parkedTooLong(open).rings()).containsExactly(REACHED);
        assertThat(parkedTooLong(strict).step()).isNotInstanceOf(Step.Dial.class);
    }

    @Test
    void help_is_reached_by_every_way_even_from_a_blocked_account() {
        ManualExample blocked = new ManualExample()
                .rules(new CallRules(
                        new Restrictions(Set.of(), Restrictions.Service.BLOCKED),
                        Map.of(),
                        List.of(),
                        CallRules.Anonymous.REFUSED));
        for (String number : List.of("112", "116000")) {
            Party help = new Party.PublicNumber(ManualExample.TRUNK, number);
            assertThat(Conversation.of(from(100, number), blocked).rings()).containsExactly(help);
            assertThat(Conversation.handedOn(from(100, number), phone(102), blocked)
                            .rings())
                    .containsExactly(help);
        }
    }

    private static final String MOBILE_E164 = "+40723456789";

    private static Conversation forwarded(ManualExample customer, Forward.When when) {
        Conversation call = Conversation.of(from(100, "104"), customer);
        return switch (when) {
            case ALWAYS -> call;
            case BUSY -> call.dialEnds(DialResult.BUSY);
            case UNAVAILABLE -> call.dialEnds(DialResult.NO_ANSWER);
        };
    }

    private static Conversation tiredOfWaiting(ManualExample customer) {
        return tiredOfWaiting(
                customer.forward(102, Forward.When.ALWAYS, MOBILE_E164),
                new WayOut.ToExtension(new ExtensionNumber(102)));
    }

    private static Conversation tiredOfWaiting(ManualExample customer, WayOut wayOut) {
        customer.withQueue(new QueueSettings(
                QueueSettings.of(QueueStrategy.LINEAR, ManualExample.numbers(100))
                        .agents(),
                QueueStrategy.LINEAR,
                Duration.ZERO,
                new QueueWait(Duration.ofMinutes(2), wayOut, Announcing.NOTHING)));
        return Conversation.of(fromOutside(), customer)
                .press("1")
                .press("2")
                .heardIt()
                .later(Duration.ofMinutes(2))
                .next(new StepOutcome.WaitEnded());
    }

    private static Conversation calledBack(ManualExample customer) {
        Voicemail left = new Voicemail(
                1,
                new ExtensionNumber(101),
                MOBILE,
                ManualExample.OPEN,
                Voicemail.State.FRESH,
                Duration.ofSeconds(5),
                "0".repeat(64));
        return Conversation.of(from(101, "*97"), customer.withMailbox(101, left))
                .press("4");
    }

    private static Conversation parkedTooLong(ManualExample customer) {
        customer.forward(104, Forward.When.ALWAYS, MOBILE_E164);
        return Conversation.handedOn(from(104, "*701"), phone(102), customer).next(new StepOutcome.WaitEnded());
    }

    private static CallRules forbidding(Destinations one) {
        return new CallRules(forbidden(one), Map.of(), List.of(), CallRules.Anonymous.ADMITTED);
    }

    private static Restrictions forbidden(Destinations one) {
        return new Restrictions(EnumSet.complementOf(EnumSet.of(one)), Restrictions.Service.OPEN);
    }
}
