package ro.clickphone.pbx.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.TalkRecording;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.privacy.PersonService;
import ro.clickphone.pbx.privacy.Subject;
import ro.clickphone.pbx.recording.RecordingRule.Recorded;
import ro.clickphone.pbx.world.EngineFile;
import ro.clickphone.pbx.world.World;

/** Recordings of calls, on a real database and a real disk. */
class CallRecordingsTest {
    private static final AtomicLong NUMBERS = new AtomicLong(86_000);
    private static final Path FOLDER = Path.of("target/data/recordings");
    private static final int HEAD = 44;
    private static final int SECOND = 8000 * 2 * 2;
    private static final Announced HEARD = new Announced("call-recorded", "ro", "0123456789abcdef");
    private static World world;

    private final AccountId account = new AccountId(NUMBERS.incrementAndGet());
    private final CallId call = CallId.random();
    private final Take take = new Take(call, 1);
    private CallRecordings recordings;

    @BeforeAll
    static void open() throws IOException {
        world = World.open();
        Files.createDirectories(FOLDER);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void customer() {
        world.the(AccountService.class).create(account, new NewAccount("Client SRL", ZoneId.of("Europe/Bucharest"), 5));
        recordings = world.the(CallRecordings.class);
    }

    @Test
    void file_on_the_disk_holds_nothing_of_the_sound_and_the_portal_plays_it_from_any_place() throws IOException {
        byte[] wav = wav(30);
        Path plain = recorded(take, wav);
        world.the(TalkShelf.class).takeOver(account, call);

        assertThat(plain).doesNotExist();
        Path sealed = sealed(take);
        String onDisk = HexFormat.of().formatHex(Files.readAllBytes(sealed));
        for (int place = 0; place < wav.length - 16; place += SECOND) {
            assertThat(onDisk).doesNotContain(HexFormat.of().formatHex(Arrays.copyOfRange(wav, place, place + 16)));
        }
        assertThat(recordings.list(account, PageRequest.first(10)).items())
                .singleElement()
                .matches(one -> one.take().equals(take))
                .matches(one -> one.announced().equals(Optional.of(HEARD)))
                .extracting(CallRecording::length)
                .isEqualTo(Duration.ofSeconds(30));
        RecordedSound sound = recordings.sound(account, take);
        assertThat(sound.length()).isEqualTo(wav.length);
        try (InputStream whole = sound.from(0);
                InputStream end = sound.from(wav.length - 1000)) {
            assertThat(whole.readAllBytes()).isEqualTo(wav);
            assertThat(end.readAllBytes()).isEqualTo(Arrays.copyOfRange(wav, wav.length - 1000, wav.length));
        }
    }

    @Test
    void what_a_crash_left_is_taken_over_at_the_start_and_told_twice_is_kept_once() throws IOException {
        recorded(take, wav(2));
        recorded(new Take(call, 2), wav(3));
        Files.write(FOLDER.resolve("call-nonsense.talk"), wav(1));
        world.the(TalkShelf.class).takeOverAll();
        recorded(take, wav(2));
        world.the(TalkShelf.class).takeOverAll();
        assertThat(recordings.list(account, PageRequest.first(10)).items())
                .extracting(one -> one.take().part())
                .containsExactlyInAnyOrder(1, 2);
        Files.delete(FOLDER.resolve("call-nonsense.talk"));
    }

    @Test
    void nothing_lies_in_clear_while_the_call_lasts_and_of_what_a_crash_cut_off_all_whole_seconds_are_kept()
            throws IOException {
        byte[] wav = wav(5);
        Path live = recorded(take, wav);
        String onDisk = HexFormat.of().formatHex(Files.readAllBytes(live));
        for (int place = 0; place < wav.length - 16; place += SECOND) {
            assertThat(onDisk).doesNotContain(HexFormat.of().formatHex(Arrays.copyOfRange(wav, place, place + 16)));
        }
        Files.write(live, Arrays.copyOf(Files.readAllBytes(live), (int) Files.size(live) - 1000));
        world.the(TalkShelf.class).takeOverAll();
        assertThat(recordings.list(account, PageRequest.first(10)).items())
                .singleElement()
                .extracting(CallRecording::length)
                .isEqualTo(Duration.ofSeconds(4));
        try (InputStream kept = recordings.sound(account, take).from(HEAD)) {
            assertThat(kept.readAllBytes()).isEqualTo(Arrays.copyOfRange(wav, HEAD, HEAD + 4 * SECOND));
        }
    }

    @Test
    void recorded_talk_in_which_somebody_wrote_is_not_taken_for_a_recording() throws IOException {
        Path live = recorded(take, wav(2));
        byte[] bytes = Files.readAllBytes(live);
        bytes[bytes.length - 20] ^= 1;
        Files.write(live, bytes);
        world.the(TalkShelf.class).takeOverAll();
        assertThat(recordings.list(account, PageRequest.first(10)).items()).isEmpty();
        assertThat(live).exists();
        Files.delete(live);
    }

    @Test
    void which_calls_are_recorded_is_kept() {
        recordings.save(account, RecordingRule.of(Set.of(Recorded.PLACED, Recorded.INTERNAL), 10));
        assertThat(recordings.rule(account).recorded()).containsExactlyInAnyOrder(Recorded.PLACED, Recorded.INTERNAL);
        recordings.save(account, RecordingRule.of(Set.of(), 10));
        assertThat(recordings.rule(account).recorded()).isEmpty();
    }

    @Test
    void extension_that_is_never_recorded_is_named_to_the_engine_and_one_that_there_is_not_is_refused() {
        Set<ExtensionNumber> never = Set.of(new ExtensionNumber(101));
        RecordingRule rule = new RecordingRule(Set.of(Recorded.RECEIVED), 10, never);
        assertThatThrownBy(() -> recordings.save(account, rule)).hasMessageContaining("extension.unknown");
        world.the(ExtensionService.class).add(account, new ExtensionNumber(101), "Ana");
        recordings.save(account, rule);
        assertThat(recordings.rule(account).never()).isEqualTo(never);
        assertThat(world.the(TalkShelf.class)
                        .recording(account, take, HEARD, List.of())
                        .never())
                .containsExactly(account + "-101");
    }

    @Test
    void other_customers_recording_answers_like_one_that_never_was() throws IOException {
        recorded(take, wav(2));
        world.the(TalkShelf.class).takeOver(account, call);
        AccountId stranger = new AccountId(NUMBERS.incrementAndGet());
        assertThatThrownBy(() -> recordings.sound(stranger, take)).isInstanceOf(NotFound.class);
        recordings.delete(stranger, take);
        assertThat(sealed(take)).exists();
    }

    @Test
    void deleted_one_is_gone_from_the_disk_too_and_both_hearing_and_deleting_are_in_the_audit_log() throws IOException {
        recorded(take, wav(2));
        world.the(TalkShelf.class).takeOver(account, call);
        recordings.heard(account, take);
        recordings.delete(account, take);
        assertThat(sealed(take)).doesNotExist();
        assertThat(recordings.list(account, PageRequest.first(10)).items()).isEmpty();
        assertThat(world.number("SELECT COUNT(*) FROM audit WHERE subject = '" + call
                        + "' AND act IN ('recording.heard', 'recording.deleted')"))
                .isEqualTo(2);
    }

    @Test
    void recording_goes_after_as_many_days_as_the_customer_wants_and_after_ninety_at_most() throws IOException {
        recordings.save(account, RecordingRule.of(Set.of(Recorded.RECEIVED), 10));
        recorded(take, wav(2));
        world.the(TalkShelf.class).takeOver(account, call);
        world.clock().advance(Duration.ofDays(10).minusMinutes(1));
        world.the(OldRecordings.class).forgetSome();
        assertThat(sealed(take)).exists();
        world.clock().advance(Duration.ofMinutes(2));
        assertThat(world.the(OldRecordings.class).forgetSome()).isPositive();
        assertThat(sealed(take)).doesNotExist();
        assertThatThrownBy(() -> recordings.save(account, RecordingRule.of(Set.of(Recorded.RECEIVED), 91)))
                .hasMessageContaining("recording.days");
    }

    @Test
    void person_who_wants_to_be_forgotten_is_not_heard_any_more() throws IOException {
        recorded(take, wav(2));
        world.the(TalkShelf.class).takeOver(account, call);
        world.asked(db -> db.createNativeQuery(
                        "INSERT INTO call_detail (account_id, call_id, direction, source, source_name, destination,"
                                + " started_at, ended_at, status, talk_seconds, taken_by, cause, path) VALUES ("
                                + account + ", '" + call + "', 'RECEIVED', '0723456789', 'Ana', '0310050562',"
                                + " '2026-01-01', '2026-01-01', 'TAKEN', 2, '101', 'NORMAL', 'ring:101')")
                .executeUpdate());
        world.the(PersonService.class).mask(account, Subject.of("0723456789"));
        assertThat(sealed(take)).doesNotExist();
        assertThat(recordings.list(account, PageRequest.first(10)).items()).isEmpty();
    }

    private Path sealed(Take which) {
        return FOLDER.resolve("sealed/" + account + "/" + which.call() + "-" + which.part() + ".sealed");
    }

    /** As the engine writes it: the head, then a piece each second; its last seconds may be lost. */
    private Path recorded(Take which, byte[] wav) throws IOException {
        TalkRecording wanted = world.the(TalkShelf.class).recording(account, which, HEARD, List.of());
        Path file = FOLDER.resolve(wanted.name() + ".talk");
        EngineFile.write(file, wanted.seal(), wav, SECOND);
        return Files.setLastModifiedTime(file, FileTime.from(world.clock().instant()));
    }

    /** As the engine writes it: two channels, 16 bits, 8,000 samples a second. */
    private static byte[] wav(int seconds) {
        byte[] sound = new byte[seconds * SECOND];
        new Random(seconds).nextBytes(sound);
        return ByteBuffer.allocate(44 + sound.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(36 + sound.length)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 2)
                .putInt(8000)
                .putInt(SECOND)
                .putShort((short) 4)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(sound.length)
                .put(sound)
                .array();
    }
}
