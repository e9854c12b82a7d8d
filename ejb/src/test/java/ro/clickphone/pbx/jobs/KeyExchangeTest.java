package ro.clickphone.pbx.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.TalkRecording;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.notify.Attachment;
import ro.clickphone.pbx.notify.Mail;
import ro.clickphone.pbx.notify.Outbox;
import ro.clickphone.pbx.recording.Announced;
import ro.clickphone.pbx.recording.CallRecordings;
import ro.clickphone.pbx.recording.Take;
import ro.clickphone.pbx.recording.TalkShelf;
import ro.clickphone.pbx.vault.Kind;
import ro.clickphone.pbx.vault.Vault;
import ro.clickphone.pbx.world.EngineFile;
import ro.clickphone.pbx.world.World;

/** The operator exchanges the vault's key: three starts of one exchange, on a real database and a real disk. */
class KeyExchangeTest {
    private static final AccountId ACCOUNT = new AccountId(88_002);
    private static final String OLD = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW =
            Base64.getEncoder().encodeToString("a new key of thirty-two octets!!".getBytes(StandardCharsets.US_ASCII));
    private static final byte[] VOICE = {'R', 'I', 'F', 'F', 1, 2, 3, 4, 5, 6, 7, 8};
    private static final int HEAD = 44;

    @TempDir
    Path data;

    private final Take take = new Take(CallId.random(), 1);

    @Test
    void everything_is_sealed_anew_and_read_meanwhile_and_the_old_key_can_go() throws Exception {
        String address;
        String digest;
        try (World before = World.with(settings(OLD))) {
            address = before.address();
            before.the(Sealing.class).run(before.the(DataSource.class));
            digest = fill(before);
            assertThat(bytes(before, "SELECT content FROM mail_attachment"))
                    .as("an attachment of a letter that waits")
                    .isNotEqualTo(VOICE);
        }
        try (World without = World.at(address, settings(NEW))) {
            assertThatThrownBy(() -> without.the(Sealing.class).run(without.the(DataSource.class)))
                    .hasMessageContaining("vault.key");
        }
        try (World during = World.at(address, settings(NEW + "," + OLD))) {
            during.the(Sealing.class).run(during.the(DataSource.class));
            assertThat(digestOf(during)).isEqualTo(digest);
            assertThat(sound(during)).isEqualTo(VOICE);
            during.the(Resealing.class).run(during.the(DataSource.class));
        }
        try (World after = World.at(address, settings(NEW))) {
            after.the(Sealing.class).run(after.the(DataSource.class));
            after.the(Resealing.class).run(after.the(DataSource.class));
            Vault vault = after.the(Vault.class);
            assertThat(digestOf(after)).isEqualTo(digest);
            assertThat(vault.open(Kind.VOICEMAIL, bytes(after, "SELECT wav FROM voicemail_message")))
                    .isEqualTo(VOICE);
            assertThat(vault.open(Kind.LETTER, bytes(after, "SELECT content FROM mail_attachment")))
                    .isEqualTo(VOICE);
            assertThat(sound(after)).isEqualTo(VOICE);
        }
    }

    /** The key of what the engine records lives until it is taken over: a talk until the next start, a take two hours. */
    @Test
    void no_kind_of_secret_is_forgotten_when_the_key_is_exchanged() {
        Set<Kind> renewed = new HashSet<>(Sealing.kinds());
        renewed.addAll(Resealing.kinds());
        renewed.add(Kind.TALK_KEY);
        renewed.add(Kind.TAKE_KEY);
        assertThat(renewed).containsExactlyInAnyOrder(Kind.values());
    }

    private Map<String, String> settings(String keys) {
        return Map.of("PBX_DATA", data.toString(), "PBX_VAULT_KEY", keys);
    }

    /** @return the digest of the extension's password */
    private String fill(World world) throws IOException {
        world.the(AccountService.class).create(ACCOUNT, new NewAccount("Client SRL", ZoneId.of("Europe/Bucharest"), 5));
        world.the(ExtensionService.class).add(ACCOUNT, new ExtensionNumber(100), "Ana");
        world.asked(db -> db.createNativeQuery("INSERT INTO voicemail_message (account_id, extension, call_id, caller,"
                        + " recorded_at, state, millis, sha256, wav) VALUES (88002, 100, 'a', '0723456789', '2026-11-01',"
                        + " 'FRESH', 1000, 'x', ?1)")
                .setParameter(1, world.the(Vault.class).seal(Kind.VOICEMAIL, VOICE))
                .executeUpdate());
        world.the(Outbox.class)
                .post(
                        ACCOUNT,
                        Mail.of("voicemail.message", "ana@client.example", "ro", "0723456789", "100", "1")
                                .with(new Attachment("mesaj.wav", "audio/wav", VOICE)));
        record(world);
        return digestOf(world);
    }

    private void record(World world) throws IOException {
        TalkRecording wanted = world.the(TalkShelf.class)
                .recording(ACCOUNT, take, new Announced("call-recorded", "ro", "0123456789abcdef"), List.of());
        ByteBuffer head =
                ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN).putInt(28, 4);
        Path file = Files.createDirectories(data.resolve("recordings")).resolve(wanted.name() + ".talk");
        ByteBuffer wav =
                ByteBuffer.allocate(HEAD + VOICE.length).put(head.array()).put(VOICE);
        EngineFile.write(file, wanted.seal(), wav.array(), VOICE.length);
        world.the(TalkShelf.class).takeOver(ACCOUNT, take.call());
    }

    private byte[] sound(World world) throws IOException {
        try (InputStream sound =
                world.the(CallRecordings.class).sound(ACCOUNT, take).from(HEAD)) {
            return sound.readAllBytes();
        }
    }

    private static String digestOf(World world) {
        ExtensionService extensions = world.the(ExtensionService.class);
        return extensions
                .credentialOf(extensions.list(ACCOUNT).get(0).who())
                .orElseThrow()
                .ha1Md5();
    }

    private static byte[] bytes(World world, String sql) {
        return world.asked(db -> (byte[]) db.createNativeQuery(sql).getSingleResult());
    }
}
