package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.pbx.ivr.MenuNumber;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.prompt.PromptSlot;

/** The position as text: it comes back as it went, fits, and no text is fatal. */
class PositionPropertiesTest {
    private static final Instant SOME_DAY = Instant.ofEpochMilli(1_795_500_000_123L);

    @Property
    void comes_back_as_it_went(@ForAll("positions") Position position) {
        assertThat(Position.parse(position.state())).contains(position);
    }

    @Property(tries = 300)
    void fits_into_a_flow_state_whatever_a_stranger_calls_himself(@ForAll String number, @ForAll String name) {
        Position position = Position.entering(
                new AccountId(Long.MAX_VALUE), new CallerId(number, name, CallerId.Presentation.RESTRICTED));
        for (int i = 0; i < Trail.MOST_STOPS; i++) {
            position = position.past("x".repeat(Trail.LONGEST_STOP)).looped();
        }
        Position back = Position.parse(position.state()).orElseThrow();
        assertThat(back.trail()).isEqualTo(position.trail());
        assertThat(back.account()).isEqualTo(position.account());
    }

    @Example
    void fits_with_the_longest_of_everything() {
        Position position = Position.entering(
                new AccountId(Long.MAX_VALUE),
                new CallerId("💣".repeat(500), "💣".repeat(500), CallerId.Presentation.RESTRICTED));
        for (int i = 0; i < Trail.MOST_STOPS + 5; i++) {
            position = position.past("x".repeat(Trail.LONGEST_STOP)).looped();
        }
        Place.Ringing ringing = new Place.Ringing(ManualExample.numbers(1000, 1001, 1002, 1003, 1004));
        assertThat(position.at(ringing).state().text().length()).isLessThan(4096);
        Place.ChoosingMessage choosing =
                new Place.ChoosingMessage(Collections.nCopies(9, PromptSlot.voicemail(new ExtensionNumber(9999))));
        assertThat(position.at(choosing).state().text().length()).isLessThan(4096);
    }

    @Property
    void no_text_is_fatal(@ForAll String text) {
        assertThat(Position.parse(new FlowState(text.substring(0, Math.min(text.length(), 4096)))))
                .isEmpty();
    }

    @Property
    void damaged_position_is_refused_or_read_but_never_fatal(
            @ForAll("positions") Position position, @ForAll int where, @ForAll char what) {
        StringBuilder text = new StringBuilder(position.state().text());
        text.setCharAt(Math.floorMod(where, text.length()), what);
        assertThat(Position.parse(new FlowState(text.toString()))).isNotNull();
    }

    @Provide
    Arbitrary<Position> positions() {
        Arbitrary<CallerId> callers = Combinators.combine(
                        Arbitraries.strings().numeric().ofMaxLength(40),
                        Arbitraries.strings()
                                .withCharRange(' ', '\u024f')
                                .ofMaxLength(64)
                                .filter(PositionPropertiesTest::plain),
                        Arbitraries.of(CallerId.Presentation.class))
                .as(CallerId::new);
        Arbitrary<Trail> trails = Arbitraries.of("hours:open", "menu:0", "key:*", "key:#", "out:+40216583456")
                .list()
                .ofMaxSize(Trail.MOST_STOPS)
                .map(Trail::new);
        return Combinators.combine(
                        Arbitraries.longs().between(1, Long.MAX_VALUE).map(AccountId::new),
                        callers,
                        Arbitraries.of(places()),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.of(Position.Heard.class),
                        trails)
                .as(Position::new);
    }

    private static boolean plain(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private static List<Place> places() {
        return List.of(
                new Place.InMenu(NodeId.menu(new MenuNumber(7))),
                new Place.Notice(NodeId.draft(MenuNumber.MAIN)),
                new Place.Greeting(SOME_DAY),
                new Place.Waiting(SOME_DAY),
                new Place.Offered(SOME_DAY),
                new Place.Ringing(ManualExample.numbers(100, 101)),
                new Place.RingingTogether(),
                new Place.PickingUp(),
                new Place.Parked(new ExtensionNumber(100)),
                new Place.Conferring(9),
                new Place.AtService(),
                new Place.LeavingVoicemail(new ExtensionNumber(100)),
                new Place.Mailbox(List.of(1L, 9_000_000_000L)),
                new Place.ChoosingMessage(List.of(PromptSlot.CLOSED, PromptSlot.menu(new MenuNumber(99)))),
                new Place.RecordingMessage(PromptSlot.QUEUE_WELCOME, 1),
                new Place.ReviewingMessage(PromptSlot.voicemail(new ExtensionNumber(9999)), 20),
                new Place.Outside(),
                new Place.ForwardedOutside(),
                new Place.Parting(HangupCause.NO_ANSWER),
                new Place.Over());
    }
}
