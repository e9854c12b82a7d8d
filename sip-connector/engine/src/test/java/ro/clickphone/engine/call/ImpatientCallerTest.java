package ro.clickphone.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome.Digits;
import ro.clickphone.engine.api.StepOutcome.DigitsEnd;

/** Digits that come faster than the prompt, or than the decision of what follows. */
class ImpatientCallerTest {
    private static final Party CALLER = Room.extension(100);
    private static final Step MENU = new Step.Collect(
            List.of(new Prompt.System("menu", "ro")),
            1,
            Duration.ofSeconds(5),
            Duration.ofSeconds(3),
            Optional.empty());

    @Test
    void key_before_the_prompt_has_ended_stops_it_and_counts() {
        Room room = Room.where(call -> MENU);
        FakePhone caller = room.call(CALLER, "1");
        caller.presses("1");
        assertThat(caller.heard()).isEmpty();
        assertThat(room.business.outcomes).containsExactly(new Digits("1", DigitsEnd.COMPLETE));
    }

    @Test
    void keys_while_the_business_thinks_reach_the_menus_that_follow_one_by_one() {
        Room room = new Room(call -> MENU, outcome -> MENU);
        FakePhone caller = room.call(CALLER, "1");
        room.businessIsSlow = true;
        caller.presses("1");
        caller.presses("23");
        room.businessIsSlow = false;
        room.businessAnswers();
        assertThat(room.business.outcomes)
                .containsExactly(
                        new Digits("1", DigitsEnd.COMPLETE),
                        new Digits("2", DigitsEnd.COMPLETE),
                        new Digits("3", DigitsEnd.COMPLETE));
    }

    @Test
    void keys_are_not_kept_for_a_menu_that_comes_after_something_else() {
        Step words = new Step.Play(List.of(new Prompt.System("closed", "ro")), Step.Answering.ANSWER_FIRST);
        Room room = new Room(call -> MENU, outcome -> outcome instanceof Digits ? words : MENU);
        FakePhone caller = room.call(CALLER, "1");
        room.businessIsSlow = true;
        caller.presses("12");
        room.businessIsSlow = false;
        room.businessAnswers();
        caller.hasHeardAll();
        assertThat(room.business.outcomes).hasSize(2).doesNotContain(new Digits("2", DigitsEnd.COMPLETE));
    }
}
