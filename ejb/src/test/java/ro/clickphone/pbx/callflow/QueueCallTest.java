package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.clickphone.pbx.callflow.ManualExample.from;
import static ro.clickphone.pbx.callflow.ManualExample.fromOutside;
import static ro.clickphone.pbx.callflow.ManualExample.message;
import static ro.clickphone.pbx.callflow.ManualExample.numbers;
import static ro.clickphone.pbx.callflow.ManualExample.phone;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.StepOutcome.DialResult;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.queue.Announcing;
import ro.clickphone.pbx.queue.QueueSettings;
import ro.clickphone.pbx.queue.QueueStrategy;
import ro.clickphone.pbx.queue.QueueWait;
import ro.clickphone.pbx.queue.WayOut;

/** The queue as its callers and agents meet it (manual, items 94 to 103). */
class QueueCallTest {
    private static final Announcing BOTH = new Announcing(EnumSet.allOf(Announcing.Kind.class), Duration.ofSeconds(45));

    private final ManualExample customer = new ManualExample().routedTo(new Destination.Queue());

    @Test
    void all_ring_together_and_see_the_caller_item_103() {
        Conversation call = waiting(QueueStrategy.RINGALL, QueueWait.USUAL).agentFound(100, 104);
        assertThat(call.rings()).containsExactly(phone(100), phone(104));
        assertThat(call.dial().from().number()).isEqualTo("0216583456");
        assertThat(call.trail()).isEqualTo("hours:open queue agent:100+104");
    }

    @Test
    void place_and_estimated_wait_are_told_again_and_again_and_the_welcome_once() {
        Conversation call = announced();
        call.nearby().stands(3, Duration.ofSeconds(130));
        call.heardIt();
        assertThat(call.step())
                .isEqualTo(new Step.Wait(
                        List.of(message("queue-position-3"), message("queue-wait-3")),
                        Prompt.Music.DEFAULT,
                        Duration.ofSeconds(45)));
        call.nearby().stands(1, Duration.ofSeconds(20));
        call.later(Duration.ofSeconds(45)).next(new StepOutcome.WaitEnded());
        assertThat(((Step.Wait) call.step()).first())
                .containsExactly(message("queue-position-1"), message("queue-wait-1"));
    }

    @Test
    void estimate_is_not_told_while_nothing_is_known_of_it() {
        Conversation call = announced().heardIt();
        assertThat(((Step.Wait) call.step()).first()).containsExactly(message("queue-position-1"));
    }

    @Test
    void announcements_do_not_lengthen_the_longest_wait() {
        Conversation call = announced().heardIt().later(Duration.ofSeconds(890)).next(new StepOutcome.WaitEnded());
        assertThat(((Step.Wait) call.step()).atMost()).isEqualTo(Duration.ofSeconds(10));
        call.later(Duration.ofSeconds(10)).next(new StepOutcome.WaitEnded());
        assertThat(call.heard()).containsExactly(message("queue-nobody"));
    }

    @Test
    void caller_who_waited_too_long_is_led_to_the_way_out() {
        WayOut secretary = new WayOut.ToExtension(new ExtensionNumber(102));
        Conversation call =
                waiting(QueueStrategy.LINEAR, new QueueWait(Duration.ofMinutes(2), secretary, Announcing.NOTHING));
        call.later(Duration.ofMinutes(2)).next(new StepOutcome.WaitEnded());
        assertThat(call.rings()).containsExactly(phone(102));
        assertThat(call.trail()).isEqualTo("hours:open queue queue:nobody ring:102");
    }

    @Test
    void way_out_that_is_no_extension_any_more_is_words_of_regret() {
        WayOut gone = new WayOut.ToExtension(new ExtensionNumber(199));
        Conversation call =
                waiting(QueueStrategy.LINEAR, new QueueWait(Duration.ofMinutes(2), gone, Announcing.NOTHING));
        call.later(Duration.ofMinutes(2)).next(new StepOutcome.WaitEnded());
        assertThat(call.heard()).containsExactly(message("queue-nobody"));
    }

    @Test
    void place_is_kept_when_all_who_rang_declined() {
        Conversation call = waiting(QueueStrategy.RINGALL, QueueWait.USUAL);
        Place before = call.position().place();
        assertThat(call.agentFound(100, 104)
                        .dialEnds(DialResult.REJECTED)
                        .position()
                        .place())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "60,1", "61,2", "301,10", "1801,more"})
    void wait_is_rounded_up_to_a_sentence_that_exists(long seconds, String sentence) {
        assertThat(QueueWords.minutes(Duration.ofSeconds(seconds), "ro")).isEqualTo(message("queue-wait-" + sentence));
    }

    @Test
    void place_beyond_the_twentieth_is_not_counted_out() {
        assertThat(QueueWords.place(20, "ro")).isEqualTo(message("queue-position-20"));
        assertThat(QueueWords.place(21, "ro")).isEqualTo(message("queue-position-more"));
    }

    @Test
    void agent_takes_a_pause_by_code_and_hears_so() {
        Conversation call = Conversation.of(from(104, "*45"), customer);
        assertThat(call.deed()).contains(new Deed.PauseAgent(new ExtensionNumber(104)));
        assertThat(call.heard()).containsExactly(message("agent-paused"));
        assertThat(call.heardIt().step()).isEqualTo(new Step.HangUp(HangupCause.NORMAL));
        assertThat(call.deed()).as("once").isEmpty();
    }

    @Test
    void agent_ends_the_pause_by_code() {
        Conversation call = Conversation.of(from(100, "*46"), customer);
        assertThat(call.deed()).contains(new Deed.ResumeAgent(new ExtensionNumber(100)));
        assertThat(call.heard()).containsExactly(message("agent-resumed"));
    }

    @Test
    void who_is_no_agent_is_told_so_and_nothing_is_changed() {
        Conversation call = Conversation.of(from(101, "*45"), customer);
        assertThat(call.deed()).isEmpty();
        assertThat(call.heard()).containsExactly(message("not-an-agent"));
    }

    private Conversation announced() {
        QueueWait rules = new QueueWait(Duration.ofMinutes(15), new WayOut.Goodbye(), BOTH);
        return Conversation.of(fromOutside(), customer.withQueue(settings(QueueStrategy.LINEAR, rules)));
    }

    private Conversation waiting(QueueStrategy strategy, QueueWait rules) {
        return Conversation.of(fromOutside(), customer.withQueue(settings(strategy, rules)))
                .heardIt();
    }

    private static QueueSettings settings(QueueStrategy strategy, QueueWait rules) {
        QueueSettings plain = QueueSettings.of(strategy, numbers(100, 104));
        return new QueueSettings(plain.agents(), strategy, Duration.ZERO, rules);
    }
}
