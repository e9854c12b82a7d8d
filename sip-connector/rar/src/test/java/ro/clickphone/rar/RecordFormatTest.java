package ro.clickphone.rar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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

class RecordFormatTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123456789Z");

    @Test
    void record_comes_back_as_it_was() throws IOException {
        for (HangupCause cause : HangupCause.values()) {
            for (CallRecord.Ender ender : CallRecord.Ender.values()) {
                for (Progress progress : progresses()) {
                    CallRecord call = call(cause, ender, progress);
                    assertThat(RecordFormat.decode(RecordFormat.encode(call))).isEqualTo(call);
                }
            }
        }
    }

    @Test
    void record_of_the_most_legs_has_room() throws IOException {
        CallId id = CallId.random();
        List<LegRecord> legs = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            legs.add(leg(id, i, new Progress.Unanswered()));
        }
        CallRecord call = new CallRecord(
                arrival(id),
                new Progress.Unanswered(),
                NOW,
                HangupCause.BUSY,
                CallRecord.Ender.EXCHANGE,
                FlowState.NONE,
                legs);
        byte[] bytes = RecordFormat.encode(call);
        assertThat(bytes.length).isLessThan(RecordFormat.MAX_BYTES);
        assertThat(RecordFormat.decode(bytes)).isEqualTo(call);
    }

    @Test
    void record_that_is_cut_short_or_goes_on_is_none() {
        byte[] whole = RecordFormat.encode(Records.call());
        for (int length = 0; length <= whole.length + 1; length++) {
            if (length != whole.length) {
                byte[] wrong = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> RecordFormat.decode(wrong)).isInstanceOf(IOException.class);
            }
        }
    }

    /** Nothing but a record or an IOException comes of it, and no memory for a length that lies. */
    @Test
    void spoiled_bytes_are_refused_or_read_as_what_they_say() {
        byte[] whole = RecordFormat.encode(Records.call());
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] spoiled = whole.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(RecordFormat.decode(spoiled)).isNotNull();
            } catch (IOException expected) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void objects_of_java_in_the_spool_are_not_made() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ArrayList<>(List.of("a")));
        }
        assertThatThrownBy(() -> RecordFormat.decode(bytes.toByteArray()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a call record of this version");
    }

    private static List<Progress> progresses() {
        return List.of(
                new Progress.Unanswered(),
                new Progress.Answered(NOW.plusSeconds(3)),
                new Progress.Talked(NOW.plusSeconds(3), NOW.plusSeconds(4)));
    }

    private static CallRecord call(HangupCause cause, CallRecord.Ender ender, Progress progress) {
        CallId id = CallId.random();
        return new CallRecord(
                arrival(id),
                progress,
                NOW.plusSeconds(60),
                cause,
                ender,
                new FlowState("coadă/1 – așteaptă"),
                List.of(leg(id, 0, progress), leg(id, 1, new Progress.Unanswered())));
    }

    private static IncomingCall arrival(CallId id) {
        return new IncomingCall(
                id,
                new Party.PublicNumber(new TrunkId(7), "0216583456"),
                "0310050562",
                new CallerId("", "Ștefan Țîrlea", CallerId.Presentation.RESTRICTED),
                NOW);
    }

    private static LegRecord leg(CallId call, int number, Progress progress) {
        return new LegRecord(
                new LegId(call, number),
                new Party.Extension(new SipIdentity("53630-100", "pbx.clickphone.ro")),
                "a84b4c76e66710@10.0.0." + number,
                NOW,
                progress,
                NOW.plusSeconds(39),
                HangupCause.NORMAL,
                200,
                "Zoiper",
                new MediaReport("PCMA", Long.MAX_VALUE, 2, 3, 4, 441));
    }
}
