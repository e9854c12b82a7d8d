package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.clickphone.pbx.callflow.ManualExample.from;
import static ro.clickphone.pbx.callflow.ManualExample.fromOutside;
import static ro.clickphone.pbx.callflow.ManualExample.message;
import static ro.clickphone.pbx.callflow.ManualExample.phone;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.StepOutcome.DialResult;
import ro.clickphone.engine.api.StepOutcome.RecordEnd;
import ro.clickphone.pbx.extension.Forward;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.voicemail.LeftMessage;
import ro.clickphone.pbx.voicemail.Voicemail;

/** The mailbox as the last resort of a call, and as its owner hears it by {@code *97}. */
class VoicemailTest {
    private static final ExtensionNumber BOX = new ExtensionNumber(101);

    private final ManualExample customer = new ManualExample()
            .routedTo(new Destination.Extensions(List.of(BOX)))
            .withMailbox(101);

    @ParameterizedTest
    @EnumSource(
            value = DialResult.class,
            names = {"NO_ANSWER", "BUSY", "UNAVAILABLE", "REJECTED"})
    void caller_who_reaches_nobody_is_asked_for_a_message(DialResult result) {
        IncomingCall arrival = fromOutside();
        Conversation call = Conversation.of(arrival, customer).dialEnds(result);
        assertThat(call.step())
                .isEqualTo(new Step.Record(
                        List.of(message("voicemail-greeting")),
                        new RecordingName("take-voicemail-" + arrival.id()),
                        Nearby.SEAL,
                        Duration.ofMinutes(3),
                        Optional.of(Duration.ofSeconds(6)),
                        Optional.empty()));
        call.next(said(arrival, 5));
        assertThat(call.deed())
                .contains(new Deed.DepositVoicemail(
                        new LeftMessage(BOX, arrival.id(), "0216583456", recording(arrival))));
        assertThat(call.heard()).containsExactly(message("voicemail-sent"));
    }

    @Test
    void who_talked_or_has_no_mailbox_gets_none() {
        assertThat(Conversation.of(fromOutside(), customer)
                        .dialEnds(DialResult.TALKED)
                        .step())
                .isInstanceOf(Step.HangUp.class);
        assertThat(Conversation.of(from(100, "104"), customer)
                        .dialEnds(DialResult.BUSY)
                        .step())
                .isEqualTo(Step.Reject.with(486));
    }

    @Test
    void forward_comes_before_the_mailbox_and_the_first_one_called_keeps_the_message() {
        customer.forward(101, Forward.When.UNAVAILABLE, 102);
        Conversation call = Conversation.of(fromOutside(), customer).dialEnds(DialResult.NO_ANSWER);
        assertThat(call.rings()).containsExactly(phone(102));
        assertThat(call.dialEnds(DialResult.NO_ANSWER).position().place()).isEqualTo(new Place.LeavingVoicemail(BOX));
    }

    @Test
    void hung_up_after_speaking_is_how_most_messages_end() {
        IncomingCall arrival = fromOutside();
        Conversation call = Conversation.of(arrival, customer).dialEnds(DialResult.BUSY);
        assertThat(CallFlow.left(arrival.id(), call.position()))
                .contains(new Deed.DepositVoicemail(
                        new LeftMessage(BOX, arrival.id(), "0216583456", recording(arrival))));
    }

    @Test
    void hidden_number_is_not_kept() {
        IncomingCall hidden = new IncomingCall(
                CallId.random(),
                new Party.PublicNumber(ManualExample.TRUNK, "0216583456"),
                "0310050562",
                new CallerId("0216583456", "", CallerId.Presentation.RESTRICTED),
                ManualExample.OPEN);
        Conversation call = Conversation.of(hidden, customer).dialEnds(DialResult.BUSY);
        Deed.DepositVoicemail deed = (Deed.DepositVoicemail)
                CallFlow.left(hidden.id(), call.position()).orElseThrow();
        assertThat(deed.left().caller()).isEmpty();
    }

    @Test
    void nothing_said_leaves_nothing() {
        IncomingCall arrival = fromOutside();
        Conversation call = Conversation.of(arrival, customer)
                .dialEnds(DialResult.BUSY)
                .next(new StepOutcome.Recorded(recording(arrival), Duration.ZERO, RecordEnd.SILENCE));
        assertThat(call.deed()).isEmpty();
        assertThat(call.heard()).containsExactly(message("goodbye"));
    }

    @Test
    void full_mailbox_says_so() {
        customer.withMailbox(
                101, IntStream.range(1, 51).mapToObj(VoicemailTest::fresh).toArray(Voicemail[]::new));
        assertThat(Conversation.of(fromOutside(), customer)
                        .dialEnds(DialResult.BUSY)
                        .heard())
                .containsExactly(message("voicemail-full"));
    }

    @Test
    void owner_hears_the_fresh_ones_first_keeps_deletes_and_comes_to_the_end() {
        customer.withMailbox(101, heard(3), fresh(2), fresh(1));
        Conversation call = Conversation.of(from(101, "*97"), customer);
        assertThat(call.heard())
                .containsExactly(
                        message("voicemail-you-have"),
                        message("number-2-f"),
                        message("voicemail-new-many"),
                        message("voicemail-first"),
                        sound(1),
                        message("voicemail-menu"));
        assertThat(call.press("2").deed()).contains(new Deed.HearVoicemail(1));
        assertThat(call.heard()).startsWith(message("voicemail-next"), sound(2));
        assertThat(call.press("3").deed()).contains(new Deed.DeleteVoicemail(2));
        assertThat(call.heard()).contains(sound(3));
        assertThat(call.press("#").heard()).containsExactly(message("voicemail-last"));
    }

    @Test
    void message_that_was_deleted_in_the_portal_meanwhile_is_left_out() {
        Conversation call = Conversation.of(from(101, "*97"), customer.withMailbox(101, fresh(1), fresh(2)));
        call.customerSaves(customer.withMailbox(101)).press("2");
        assertThat(call.heard()).containsExactly(message("voicemail-next"), message("voicemail-menu"));
    }

    @Test
    void caller_is_called_back_as_if_dialled() {
        Conversation call = Conversation.of(from(101, "*97"), customer.withMailbox(101, fresh(1)));
        assertThat(call.press("4").rings())
                .containsExactly(new Party.PublicNumber(ManualExample.TRUNK, "+40216583456"));
    }

    @Test
    void without_messages_or_mailbox_the_owner_is_told() {
        assertThat(Conversation.of(from(101, "*97"), customer).heard()).containsExactly(message("voicemail-none"));
        assertThat(Conversation.of(from(104, "*97"), customer).heard()).containsExactly(message("voicemail-off"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, voicemail-new-one",
        "12, number-12-f voicemail-new-many",
        "11, number-11 voicemail-new-many",
        "21, number-21-f of voicemail-new-many"
    })
    void messages_are_counted_in_good_romanian(int count, String words) {
        List<Voicemail> messages =
                IntStream.rangeClosed(1, count).mapToObj(VoicemailTest::fresh).toList();
        List<Prompt> said = VoicemailWords.howMany(messages, "ro");
        assertThat(said.subList(1, said.size() - 1))
                .containsExactlyElementsOf(java.util.Arrays.stream(words.split(" "))
                        .map(ManualExample::message)
                        .toList());
    }

    private static StepOutcome said(IncomingCall arrival, int seconds) {
        return new StepOutcome.Recorded(recording(arrival), Duration.ofSeconds(seconds), RecordEnd.TERMINATED);
    }

    private static RecordingName recording(IncomingCall arrival) {
        return new RecordingName("take-voicemail-" + arrival.id());
    }

    private static Voicemail fresh(int id) {
        return voicemail(id, Voicemail.State.FRESH);
    }

    private static Voicemail heard(int id) {
        return voicemail(id, Voicemail.State.HEARD);
    }

    private static Voicemail voicemail(int id, Voicemail.State state) {
        return new Voicemail(id, BOX, "0216583456", ManualExample.OPEN, state, Duration.ofSeconds(5), hash(id));
    }

    private static Prompt sound(int id) {
        return new Prompt.Stored(hash(id));
    }

    private static String hash(int id) {
        return String.format("%064x", id);
    }
}
