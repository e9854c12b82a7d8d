package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Progress;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.StepOutcome.DialResult;
import ro.clickphone.engine.api.StepOutcome.DigitsEnd;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.ivr.IvrService;
import ro.clickphone.pbx.ivr.Menu;
import ro.clickphone.pbx.ivr.MenuAction;
import ro.clickphone.pbx.ivr.MenuDraft;
import ro.clickphone.pbx.ivr.MenuNumber;
import ro.clickphone.pbx.ivr.MenuTree;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.number.NewTrunk;
import ro.clickphone.pbx.number.NumberService;
import ro.clickphone.pbx.prompt.PromptService;
import ro.clickphone.pbx.prompt.PromptSlot;
import ro.clickphone.pbx.queue.QueueService;
import ro.clickphone.pbx.queue.QueueSettings;
import ro.clickphone.pbx.schedule.OpenInterval;
import ro.clickphone.pbx.schedule.OpeningHours;
import ro.clickphone.pbx.schedule.ScheduleService;
import ro.clickphone.pbx.voicemail.Mailbox;
import ro.clickphone.pbx.voicemail.VoicemailService;
import ro.clickphone.pbx.world.World;

/** A caller hangs up at each point: one lost call that says where, and nothing of the caller is left in the exchange. */
class HungUpTest {
    private static final AccountId ACCOUNT = new AccountId(64_500);
    private static final String NUMBER = "0310064500";
    private static final ExtensionNumber AGENT = new ExtensionNumber(100);
    private static final ExtensionNumber COLLEAGUE = new ExtensionNumber(101);
    private static World world;
    private static EngineEvents events;
    private static TrunkId trunk;

    @BeforeAll
    static void open() {
        world = World.open();
        world.clock().setLocal("2026-11-26T10:00:00");
        events = world.the(EngineEvents.class);
        world.the(AccountService.class).create(ACCOUNT, new NewAccount("Flori SRL", ZoneId.of("Europe/Bucharest"), 5));
        world.the(ExtensionService.class).add(ACCOUNT, AGENT, "Ana");
        world.the(ExtensionService.class).add(ACCOUNT, COLLEAGUE, "Dan");
        trunk = world.the(NumberService.class)
                .addTrunk(NewTrunk.to(
                        "T",
                        NewTrunk.Peer.of("127.0.0.1", 5070, Transport.UDP),
                        List.of("127.0.0.1"),
                        TrunkConfig.NumberFormat.E164_PLUS))
                .id();
        world.the(NumberService.class).add(ACCOUNT, NUMBER, trunk);
        world.the(ScheduleService.class)
                .save(
                        ACCOUNT,
                        new OpeningHours(List.of(
                                new OpenInterval(DayOfWeek.THURSDAY, LocalTime.of(9, 0), LocalTime.of(17, 59)))));
        world.the(QueueService.class).save(ACCOUNT, QueueSettings.linear(List.of(AGENT)));
        world.the(VoicemailService.class).save(ACCOUNT, new Mailbox(COLLEAGUE, Mailbox.Switched.ON, ""));
        menu();
        world.the(RoutingService.class).route(ACCOUNT, new Destination.Ivr());
    }

    private static void menu() {
        IvrService menus = world.the(IvrService.class);
        MenuNumber submenu = new MenuNumber(1);
        MenuTree tree = MenuTree.of(List.of(
                Menu.of(
                        MenuNumber.MAIN,
                        "Meniul principal",
                        Map.of('1', new MenuAction.GoToMenu(submenu), '2', new MenuAction.ToQueue())),
                Menu.of(submenu, "Submeniul 1", Map.of('1', new MenuAction.RingExtensions(List.of(COLLEAGUE))))));
        menus.save(ACCOUNT, new MenuDraft(tree, menus.draft(ACCOUNT).revision()));
        tree.menus().keySet().forEach(number -> world.the(PromptService.class)
                .useAnnouncement(ACCOUNT, PromptSlot.menu(number), "demo-menu"));
        menus.apply(ACCOUNT);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void in_the_message_out_of_hours() {
        world.clock().setLocal("2026-11-26T20:00:00");
        Caller caller = new Caller();
        world.clock().setLocal("2026-11-26T10:00:00");
        assertThat(caller.step()).isInstanceOf(Step.Play.class);
        caller.hangsUp("hours:closed");
    }

    @Test
    void in_the_main_menu() {
        new Caller().hangsUp("hours:open menu:0");
    }

    @Test
    void in_the_submenu() {
        new Caller().presses('1').hangsUp("hours:open menu:0 key:1 menu:1");
    }

    @Test
    void in_the_welcome_of_the_queue() {
        Caller caller = new Caller().presses('2');
        assertThat(caller.step()).isInstanceOf(Step.Play.class);
        caller.hangsUp("hours:open menu:0 key:2 queue");
    }

    @Test
    void while_waiting_in_the_queue() {
        Caller caller = new Caller().presses('2').next(new StepOutcome.Played());
        assertThat(caller.step()).isInstanceOf(Step.Wait.class);
        assertThat(world.the(QueueNow.class).callers(ACCOUNT)).hasSize(1);
        caller.hangsUp("hours:open menu:0 key:2 queue");
    }

    @Test
    void while_a_telephone_rings() {
        Caller caller = new Caller().presses('1').presses('1');
        assertThat(caller.step()).isInstanceOf(Step.Dial.class);
        caller.hangsUp("hours:open menu:0 key:1 menu:1 key:1 ring:101");
    }

    @Test
    void in_the_words_of_the_mailbox_and_while_speaking_to_it() {
        Caller caller = new Caller()
                .presses('1')
                .presses('1')
                .next(new StepOutcome.DialEnded(DialResult.NO_ANSWER, Optional.empty(), Duration.ZERO, 0));
        assertThat(caller.step()).isInstanceOf(Step.Record.class);
        caller.hangsUp("hours:open menu:0 key:1 menu:1 key:1 ring:101 voicemail:101");
        assertThat(world.the(VoicemailService.class).messages(ACCOUNT))
                .as("nothing was said")
                .isEmpty();
    }

    /** Somebody from the public network. */
    private static final class Caller {
        private final IncomingCall call = new IncomingCall(
                CallId.random(),
                new Party.PublicNumber(trunk, "0216583456"),
                NUMBER,
                CallerId.of("0216583456"),
                world.clock().instant());
        private CallStep now = events.callArrived(call);

        Step step() {
            return now.step();
        }

        Caller presses(char key) {
            return next(new StepOutcome.Digits(String.valueOf(key), DigitsEnd.COMPLETE));
        }

        Caller next(StepOutcome outcome) {
            now = events.stepEnded(call.id(), now.state(), outcome);
            return this;
        }

        void hangsUp(String path) {
            assertThat(world.the(QueueNow.class).inside(ACCOUNT)).isEqualTo(1);
            events.callsEnded(List.of(new CallRecord(
                    call,
                    new Progress.Answered(world.clock().instant()),
                    world.clock().instant().plusSeconds(7),
                    HangupCause.NORMAL,
                    CallRecord.Ender.CALLER,
                    now.state(),
                    List.of())));
            assertThat(world.the(QueueNow.class).inside(ACCOUNT)).isZero();
            assertThat(world.the(QueueNow.class).callers(ACCOUNT)).isEmpty();
            assertThat((String) world.asked(db -> db.createNativeQuery(
                                    "SELECT CONCAT(status, ' ', path) FROM call_detail WHERE call_id = ?1")
                            .setParameter(1, call.id().toString())
                            .getSingleResult()))
                    .isEqualTo("LOST " + path);
        }
    }
}
