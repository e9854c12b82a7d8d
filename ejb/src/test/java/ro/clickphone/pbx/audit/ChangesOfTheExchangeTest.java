package ro.clickphone.pbx.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.callflow.Destination;
import ro.clickphone.pbx.callflow.RoutingService;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.extension.Forward;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.queue.QueueService;
import ro.clickphone.pbx.queue.QueueSettings;
import ro.clickphone.pbx.schedule.OpenInterval;
import ro.clickphone.pbx.schedule.OpeningHours;
import ro.clickphone.pbx.schedule.ScheduleService;
import ro.clickphone.pbx.world.World;

/** Who changed what in an exchange can be read afterwards, with what was before. */
class ChangesOfTheExchangeTest {
    private static final AccountId ACCOUNT = new AccountId(87_001);
    private static final ExtensionNumber FIRST = new ExtensionNumber(101);
    private static final ExtensionNumber SECOND = new ExtensionNumber(102);
    private static World world;

    @BeforeAll
    static void open() {
        world = World.open();
        world.the(AccountService.class).create(ACCOUNT, new NewAccount("Client SRL", ZoneId.of("Europe/Bucharest"), 5));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void extensions_hours_queue_and_routing_are_told_with_before_and_after() {
        ExtensionService extensions = world.the(ExtensionService.class);
        extensions.add(ACCOUNT, FIRST, "Ana");
        extensions.add(ACCOUNT, SECOND, "Dan");
        extensions.rename(ACCOUNT, FIRST, "Maria");
        extensions.setRingTime(ACCOUNT, FIRST, Duration.ofSeconds(30));
        extensions.setForward(ACCOUNT, FIRST, Forward.When.BUSY, "0723456789");
        extensions.deactivateForward(ACCOUNT, FIRST, Forward.When.BUSY);
        OpenInterval monday = new OpenInterval(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 59));
        world.the(ScheduleService.class).save(ACCOUNT, new OpeningHours(List.of(monday)));
        world.the(QueueService.class).save(ACCOUNT, QueueSettings.linear(List.of(SECOND, FIRST)));
        RoutingService routing = world.the(RoutingService.class);
        routing.route(ACCOUNT, new Destination.Queue());
        routing.route(ACCOUNT, new Destination.Extensions(List.of(FIRST)));

        assertThat(told())
                .contains(
                        "extension.added 101: > Ana",
                        "extension.renamed 101: Ana > Maria",
                        "extension.ringTime 101: 20 s > 30 s",
                        "extension.forward 101: BUSY – > BUSY +40723456789",
                        "extension.forward 101: BUSY +40723456789 > BUSY (+40723456789)",
                        "schedule.week : > MONDAY 09:00–17:59",
                        "queue.saved : > LINEAR: 102, 101",
                        "routing.chosen : > QUEUE",
                        "routing.chosen : QUEUE > 101");
    }

    @Test
    void new_password_is_told_but_is_not_in_the_log() {
        ExtensionNumber number = new ExtensionNumber(103);
        ExtensionService extensions = world.the(ExtensionService.class);
        extensions.add(ACCOUNT, number, "Ion");
        String password = extensions.newPassword(ACCOUNT, number).password();

        assertThat(told()).contains("extension.password 103: >").noneMatch(line -> line.contains(password));
    }

    private static List<String> told() {
        AuditFilter everything = new AuditFilter(
                world.clock().instant().minusSeconds(3600),
                world.clock().instant().plusSeconds(3600),
                "");
        return world.the(Audit.class).list(ACCOUNT, everything, PageRequest.first(100)).items().stream()
                .map(AuditLine::act)
                .map(act -> (act.what() + " " + act.subject() + ": " + act.was()).strip()
                        + (" > " + act.became()).stripTrailing())
                .toList();
    }
}
