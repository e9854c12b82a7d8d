package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
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
import ro.clickphone.pbx.voicemail.LeftMessage;
import ro.clickphone.pbx.voicemail.Mailbox;
import ro.clickphone.pbx.voicemail.VoicemailService;
import ro.clickphone.pbx.world.EngineFile;
import ro.clickphone.pbx.world.World;

class MessageLampsTest {
    private static final AccountId ACCOUNT = new AccountId(75_101);
    private static final ExtensionNumber BOX = new ExtensionNumber(101);
    private static final Path SPOKEN = Path.of("target/data/recordings");

    @Test
    void lamp_is_lit_after_a_restart_though_the_plans_are_read_before_the_ports_open() throws IOException {
        try (World world = World.open()) {
            world.the(AccountService.class)
                    .create(ACCOUNT, new NewAccount("Client SRL", ZoneId.of("Europe/Bucharest"), 5));
            world.the(ExtensionService.class).add(ACCOUNT, BOX, "Vânzări");
            world.engine().closePorts();
            VoicemailService voicemail = world.the(VoicemailService.class);
            voicemail.save(ACCOUNT, new Mailbox(BOX, Mailbox.Switched.ON, ""));
            voicemail.deposit(ACCOUNT, left(world));
            world.the(RoutingPlans.class).warm();
            assertThat(world.engine().commands("messagesWaiting")).isEmpty();
            world.engine().openPorts();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(world.engine().commands("messagesWaiting"))
                            .extracting(command -> command.arguments().subList(1, 3))
                            .containsExactly(List.of(1, 0)));
        }
    }

    private static LeftMessage left(World world) throws IOException {
        CallId call = CallId.random();
        RecordingName name = new RecordingName("take-voicemail-" + call);
        Files.createDirectories(SPOKEN);
        Path take = EngineFile.write(
                SPOKEN.resolve(name + ".take"),
                world.the(SpokenMessages.class).newSeal(),
                Sounds.tone(700, 1),
                Sounds.SECOND);
        Files.setLastModifiedTime(take, FileTime.from(world.clock().instant()));
        return new LeftMessage(BOX, call, "0216583456", name);
    }
}
