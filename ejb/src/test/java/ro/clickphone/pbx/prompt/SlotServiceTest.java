package ro.clickphone.pbx.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.access.Actor;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.world.EngineFile;
import ro.clickphone.pbx.world.World;

/** Slots while they are filled, on a real database. */
class SlotServiceTest {
    private static final AtomicLong NUMBERS = new AtomicLong(72_000);
    private static final Path SPOKEN = Path.of("target/data/recordings");
    private static World world;

    private final AccountId account = new AccountId(NUMBERS.incrementAndGet());
    private SlotService slots;
    private PromptService prompts;

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
        slots = world.the(SlotService.class);
        prompts = world.the(PromptService.class);
    }

    @Test
    void spoken_message_is_a_draft_and_callers_hear_the_old_one_until_it_is_accepted() throws Exception {
        String old = prompts.store(account, PromptSlot.CLOSED, tone(440)).sha256();
        slots.open(account, PromptSlot.CLOSED);
        RecordingName name = spoken(tone(1000));

        MessageDraft draft =
                slots.recorded(account, PromptSlot.CLOSED, name, "101").draft().orElseThrow();

        assertThat(draft.origin()).isEqualTo(Origin.PHONE);
        assertThat(draft.by()).isEqualTo("101");
        assertThat(heard(PromptSlot.CLOSED)).contains(old);
        assertThat(slots.accept(account, PromptSlot.CLOSED).sha256()).isEqualTo(draft.sha256());
        assertThat(heard(PromptSlot.CLOSED)).contains(draft.sha256());
        assertThat(slots.openings(account)).isEmpty();
    }

    @Test
    void slot_has_one_owner_until_it_expires_or_another_takes_it() {
        as("ana@x.example", () -> slots.open(account, PromptSlot.CLOSED));
        as("dan@x.example", () -> {
            assertThatThrownBy(() -> slots.open(account, PromptSlot.CLOSED)).hasMessageContaining("slot.taken");
            assertThatThrownBy(() -> slots.offer(account, PromptSlot.CLOSED, Origin.FILE, tone(500)))
                    .hasMessageContaining("slot.taken");
            slots.close(account, PromptSlot.CLOSED);
        });
        assertThat(slots.opening(account, PromptSlot.CLOSED).orElseThrow().owner())
                .isEqualTo("ana@x.example");
        as("dan@x.example", () -> slots.takeOver(account, PromptSlot.CLOSED));
        as("ana@x.example", () -> assertThatThrownBy(() -> slots.accept(account, PromptSlot.CLOSED))
                .hasMessageContaining("slot.taken"));
        world.clock().advance(SlotOpening.LASTS);
        as(
                "ana@x.example",
                () -> assertThat(slots.open(account, PromptSlot.CLOSED).owner()).isEqualTo("ana@x.example"));
    }

    @Test
    void expired_slot_takes_nothing_and_is_not_shown() throws Exception {
        slots.open(account, PromptSlot.CLOSED);
        RecordingName name = spoken(tone(700));
        world.clock().advance(SlotOpening.LASTS);

        assertThatThrownBy(() -> slots.recorded(account, PromptSlot.CLOSED, name, "101"))
                .hasMessageContaining("slot.expired");
        assertThatThrownBy(() -> slots.accept(account, PromptSlot.CLOSED)).hasMessageContaining("slot.expired");
        assertThat(slots.openings(account)).isEmpty();
    }

    @Test
    void each_take_gives_the_slot_its_full_time_again() throws Exception {
        slots.open(account, PromptSlot.CLOSED);
        world.clock().advance(Duration.ofMinutes(14));
        SlotOpening opening = slots.recorded(account, PromptSlot.CLOSED, spoken(tone(800)), "101");
        assertThat(opening.leftAt(world.clock().instant())).isEqualTo(SlotOpening.LASTS);
    }

    @Test
    void nothing_said_leaves_the_draft_that_was_there() throws Exception {
        slots.open(account, PromptSlot.CLOSED);
        String first = slots.recorded(account, PromptSlot.CLOSED, spoken(tone(900)), "101")
                .draft()
                .orElseThrow()
                .sha256();
        assertThatThrownBy(() -> slots.recorded(account, PromptSlot.CLOSED, spoken(Sounds.silence(3)), "101"))
                .hasMessageContaining("prompt.tooShort");
        assertThatThrownBy(() -> slots.recorded(account, PromptSlot.CLOSED, new RecordingName("take-never"), "101"))
                .hasMessageContaining("prompt.tooShort");
        assertThat(slots.opening(account, PromptSlot.CLOSED)
                        .flatMap(SlotOpening::draft)
                        .orElseThrow()
                        .sha256())
                .isEqualTo(first);
    }

    @Test
    void given_up_the_draft_is_gone_from_the_database_too() {
        slots.open(account, PromptSlot.CLOSED);
        slots.offer(account, PromptSlot.CLOSED, Origin.FILE, tone(450));
        slots.close(account, PromptSlot.CLOSED);
        assertThat(recordings()).isZero();
        assertThat(heard(PromptSlot.CLOSED)).isEmpty();
    }

    @Test
    void last_ten_versions_are_kept_and_each_can_come_back() {
        for (int version = 1; version <= 13; version++) {
            prompts.store(account, PromptSlot.CLOSED, tone(400 + 20 * version));
        }
        assertThat(prompts.versions(account, PromptSlot.CLOSED))
                .hasSize(Shelf.KEPT_VERSIONS)
                .first()
                .extracting(MessageVersion::version)
                .isEqualTo(13);
        assertThat(recordings()).isEqualTo(Shelf.KEPT_VERSIONS);
        MessageVersion oldest = prompts.versions(account, PromptSlot.CLOSED).get(9);
        prompts.restore(account, PromptSlot.CLOSED, oldest.version());
        assertThat(heard(PromptSlot.CLOSED)).contains(oldest.message().sha256());
        assertThat(prompts.versions(account, PromptSlot.CLOSED).get(0).version())
                .isEqualTo(14);
        assertThatThrownBy(() -> prompts.restore(account, PromptSlot.CLOSED, 1)).isInstanceOf(NotFound.class);
    }

    private Optional<String> heard(PromptSlot slot) {
        return Optional.ofNullable(prompts.heard(account, "ro").get(slot))
                .map(prompt -> ((Prompt.Stored) prompt).sha256());
    }

    private long recordings() {
        return world.number("SELECT COUNT(*) FROM prompt_recording WHERE account_id = " + account);
    }

    private static byte[] tone(int hertz) {
        return Sounds.tone(hertz, 1);
    }

    private static RecordingName spoken(byte[] wav) throws IOException {
        RecordingName name = new RecordingName("take-" + java.util.UUID.randomUUID());
        EngineFile.write(
                SPOKEN.resolve(name + ".take"), world.the(SpokenMessages.class).newSeal(), wav, Sounds.SECOND);
        return name;
    }

    private void as(String email, Runnable work) {
        Actor person = new Actor.Person(Optional.of(account), email, Role.OWNER, "192.0.2.1");
        try (Acting.Scope scope = Acting.as(person)) {
            work.run();
        }
    }
}
