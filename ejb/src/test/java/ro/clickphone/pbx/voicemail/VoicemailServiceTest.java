package ro.clickphone.pbx.voicemail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.prompt.Sounds;
import ro.clickphone.pbx.prompt.SpokenMessages;
import ro.clickphone.pbx.world.EngineFile;
import ro.clickphone.pbx.world.World;

/** Mailboxes on a real database. */
class VoicemailServiceTest {
    private static final AtomicLong NUMBERS = new AtomicLong(74_000);
    private static final ExtensionNumber BOX = new ExtensionNumber(101);
    private static final Path SPOKEN = Path.of("target/data/recordings");
    private static World world;

    private final AccountId account = new AccountId(NUMBERS.incrementAndGet());
    private VoicemailService voicemail;

    @BeforeAll
    static void open() throws IOException {
        world = World.open();
        Files.createDirectories(SPOKEN);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void customer() {
        world.the(AccountService.class).create(account, new NewAccount("Client SRL", ZoneId.of("Europe/Bucharest"), 5));
        world.the(ExtensionService.class).add(account, BOX, "Vânzări");
        voicemail = world.the(VoicemailService.class);
        voicemail.save(account, new Mailbox(BOX, Mailbox.Switched.ON, "ana@ionescu.example"));
    }

    @Test
    void message_is_kept_once_and_mailed_as_a_file_and_the_engines_file_goes() throws Exception {
        LeftMessage left = left();
        voicemail.deposit(account, left);
        voicemail.deposit(account, left);

        assertThat(voicemail.messages(account))
                .singleElement()
                .matches(Voicemail::isFresh)
                .extracting(Voicemail::caller)
                .isEqualTo("0216583456");
        assertThat(world.number("SELECT COUNT(*) FROM mail WHERE account_id = " + account))
                .isEqualTo(1);
        assertThat(SPOKEN.resolve(left.recording() + ".take")).doesNotExist();
    }

    @Test
    void message_lies_sealed_and_is_in_clear_only_while_somebody_listens() throws Exception {
        voicemail.deposit(account, left());
        Voicemail message = voicemail.messages(account).get(0);
        byte[] heard = voicemail.wav(account, message.id());
        byte[] stored = world.asked(
                db -> (byte[]) db.createNativeQuery("SELECT wav FROM voicemail_message WHERE id = " + message.id())
                        .getSingleResult());
        assertThat(new String(heard, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        assertThat(HexFormat.of().formatHex(stored))
                .doesNotContain(HexFormat.of().formatHex(Arrays.copyOfRange(heard, 0, 32)));
        Path played = SPOKEN.resolveSibling("prompts").resolve(message.sha256() + ".wav");
        assertThat(played).doesNotExist();
        voicemail.show(account, message);
        assertThat(played).hasBinaryContent(heard);
        voicemail.hide(account, message);
        assertThat(played).doesNotExist();
    }

    @Test
    void message_that_an_older_version_left_in_clear_is_sealed_at_the_start() throws Exception {
        voicemail.deposit(account, left());
        Voicemail message = voicemail.messages(account).get(0);
        byte[] heard = voicemail.wav(account, message.id());
        world.asked(db -> db.createNativeQuery("UPDATE voicemail_message SET wav = ?1 WHERE id = " + message.id())
                .setParameter(1, heard)
                .executeUpdate());
        voicemail.show(account, message);
        assertThat(world.the(OldVoicemail.class).sealSome()).isEqualTo(1);
        assertThat(world.the(OldVoicemail.class).sealSome()).isZero();
        assertThat(voicemail.wav(account, message.id())).isEqualTo(heard);
        assertThat(SPOKEN.resolveSibling("prompts").resolve(message.sha256() + ".wav"))
                .doesNotExist();
    }

    @Test
    void call_in_which_nothing_was_said_keeps_its_record() {
        LeftMessage nothing = new LeftMessage(BOX, CallId.random(), "", new RecordingName("take-never"));
        world.inTransaction(() -> {
            voicemail.save(account, new Mailbox(BOX, Mailbox.Switched.ON, "dan@ionescu.example"));
            assertThatThrownBy(() -> voicemail.deposit(account, nothing)).hasMessageContaining("prompt.tooShort");
            return true;
        });
        assertThat(voicemail.boxes(account)).extracting(Mailbox::mail).containsExactly("dan@ionescu.example");
    }

    @Test
    void heard_and_deleted() throws Exception {
        voicemail.deposit(account, left());
        Voicemail message = voicemail.messages(account).get(0);
        voicemail.heard(account, message.id());
        assertThat(voicemail.messages(account).get(0).isFresh()).isFalse();
        voicemail.heard(new AccountId(1), message.id());
        voicemail.delete(account, message.id());
        assertThat(voicemail.messages(account)).isEmpty();
        assertThat(SPOKEN.resolveSibling("prompts").resolve(message.sha256() + ".wav"))
                .doesNotExist();
    }

    @Test
    void other_account_neither_hears_nor_deletes_it() throws Exception {
        voicemail.deposit(account, left());
        long id = voicemail.messages(account).get(0).id();
        AccountId stranger = new AccountId(NUMBERS.incrementAndGet());
        assertThatThrownBy(() -> voicemail.wav(stranger, id)).hasMessageContaining("voicemail.unknown");
        voicemail.delete(stranger, id);
        assertThat(voicemail.messages(account)).hasSize(1);
    }

    @Test
    void after_thirty_days_it_goes() throws Exception {
        voicemail.deposit(account, left());
        world.clock().advance(Duration.ofDays(30));
        assertThat(world.the(OldVoicemail.class).forget()).isZero();
        world.clock().advance(Duration.ofSeconds(1));
        assertThat(world.the(OldVoicemail.class).forget()).isPositive();
        assertThat(voicemail.messages(account)).isEmpty();
    }

    @Test
    void mailbox_of_fifty_messages_takes_no_more() throws Exception {
        for (int i = 0; i < VoicemailService.MOST_MESSAGES; i++) {
            voicemail.deposit(account, left());
        }
        LeftMessage more = left();
        assertThatThrownBy(() -> voicemail.deposit(account, more)).hasMessageContaining("voicemail.full");
    }

    @Test
    void mailbox_that_was_switched_off_meanwhile_keeps_nothing_and_an_address_that_is_none_is_refused()
            throws Exception {
        voicemail.save(account, new Mailbox(BOX, Mailbox.Switched.OFF, ""));
        voicemail.deposit(account, left());
        assertThat(voicemail.messages(account)).isEmpty();
        assertThatThrownBy(() -> voicemail.save(account, new Mailbox(BOX, Mailbox.Switched.ON, "nobody")))
                .hasMessageContaining("voicemail.mail");
    }

    private static LeftMessage left() throws IOException {
        CallId call = CallId.random();
        RecordingName name = new RecordingName("take-voicemail-" + call);
        Path take = EngineFile.write(
                SPOKEN.resolve(name + ".take"),
                world.the(SpokenMessages.class).newSeal(),
                Sounds.tone(700, 1),
                Sounds.SECOND);
        Files.setLastModifiedTime(
                take, FileTime.from(world.clock().instant())); // another test may have moved the clock
        return new LeftMessage(BOX, call, "0216583456", name);
    }
}
