package ro.clickphone.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.LegId;
import ro.clickphone.engine.api.LegRecord;
import ro.clickphone.engine.api.MediaReport;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Progress;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.TrunkId;

class CallStoryTest {
    private static final Instant START = Instant.parse("2016-03-07T10:05:00Z");
    private static final Party CARRIER = new Party.PublicNumber(new TrunkId(1), "+40216583456");
    private static final Party EXTENSION = new Party.Extension(new SipIdentity("53630-104", "pbx.clickphone.ro"));

    @Test
    void a_call_that_a_device_answered_is_taken_and_its_talk_counts() {
        CallStory story = story(CARRIER, "+40310050562", talked(20, 26_400), leg(talked(20, 26_400)));

        assertThat(story.status()).isEqualTo(CallStatus.TAKEN);
        assertThat(story.direction()).isEqualTo(Direction.RECEIVED);
        assertThat(story.talk()).isEqualTo(Duration.ofSeconds(6));
        assertThat(story.source()).isEqualTo("0216583456");
        assertThat(story.destination()).isEqualTo("0310050562");
        assertThat(story.takenBy()).isEqualTo("104");
    }

    @Test
    void a_caller_who_only_heard_the_menu_is_lost() {
        CallStory story = story(CARRIER, "0310050562", new Progress.Answered(START));

        assertThat(story.status()).isEqualTo(CallStatus.LOST);
        assertThat(story.talk()).isZero();
        assertThat(story.takenBy()).isEmpty();
    }

    @Test
    void call_to_the_service_number_lasts_as_long_as_it_was_listened_to_item_181() {
        CallStory story = story(EXTENSION, "329", new Progress.Answered(START.plusSeconds(22)));

        assertThat(story.status()).isEqualTo(CallStatus.TAKEN);
        assertThat(story.talk()).isEqualTo(Duration.ofSeconds(4));
        assertThat(story(EXTENSION, "101", new Progress.Answered(START)).status())
                .as("a mailbox is no colleague")
                .isEqualTo(CallStatus.LOST);
    }

    @Test
    void what_was_dialled_tells_the_direction_of_an_extensions_call() {
        Progress none = new Progress.Unanswered();

        assertThat(story(EXTENSION, "101", none).direction()).isEqualTo(Direction.INTERNAL);
        assertThat(story(EXTENSION, "0723456789", none).direction()).isEqualTo(Direction.PLACED);
        assertThat(story(EXTENSION, "329", none).direction()).isEqualTo(Direction.PLACED);
        assertThat(story(EXTENSION, "0723456789", none).destination()).isEqualTo("0723456789");
    }

    @Test
    void text_from_the_network_is_cut_and_loses_its_control_characters() {
        assertThat(Texts.bounded("a\r\nb\u0000c", 64)).isEqualTo("abc");
        assertThat(Texts.bounded("😀".repeat(100), 64)).isEqualTo("😀".repeat(64));
    }

    @Test
    void a_month_is_the_customers_own() {
        CallFilter march = CallFilter.of(YearMonth.of(2016, 3), ZoneId.of("Europe/Bucharest"));

        assertThat(march.from()).isEqualTo("2016-02-29T22:00:00Z");
        assertThat(march.until()).isEqualTo("2016-03-31T21:00:00Z");
        assertThat(march.withText("50%_!").pattern()).isEqualTo("%50!%!_!!%");
    }

    private static Progress talked(int afterSeconds, long untilMillis) {
        assertThat(untilMillis).isGreaterThan(afterSeconds * 1000L);
        return new Progress.Talked(START.plusSeconds(1), START.plusSeconds(afterSeconds));
    }

    private static CallStory story(Party source, String dialled, Progress progress, LegRecord... legs) {
        IncomingCall arrival = new IncomingCall(CallId.random(), source, dialled, CallerId.of("0216583456"), START);
        return new CallStory(new CallRecord(
                arrival,
                progress,
                START.plusMillis(26_400),
                HangupCause.NORMAL,
                CallRecord.Ender.CALLER,
                FlowState.NONE,
                List.of(legs)));
    }

    private static LegRecord leg(Progress progress) {
        return new LegRecord(
                new LegId(CallId.random(), 1),
                EXTENSION,
                "abc@phone",
                START.plusSeconds(15),
                progress,
                START.plusMillis(26_400),
                HangupCause.NORMAL,
                200,
                "baresip",
                MediaReport.NONE);
    }
}
