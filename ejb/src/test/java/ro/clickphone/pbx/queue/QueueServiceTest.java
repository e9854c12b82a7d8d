package ro.clickphone.pbx.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.world.World;

class QueueServiceTest {
    private static final AccountId ACCOUNT = new AccountId(64_100);
    private static final List<ExtensionNumber> AGENTS =
            IntStream.rangeClosed(100, 102).mapToObj(ExtensionNumber::new).toList();
    private static World world;

    @BeforeAll
    static void open() {
        world = World.open();
        world.clock().setLocal("2026-11-26T18:00:00");
        world.the(AccountService.class).create(ACCOUNT, new NewAccount("Flori SRL", ZoneId.of("Europe/Bucharest"), 5));
        ExtensionService extensions = world.the(ExtensionService.class);
        AGENTS.forEach(number -> extensions.add(ACCOUNT, number, "Ext" + number));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void order_of_the_list_is_kept_and_the_second_of_two_who_edit_it_is_told() {
        QueueService queues = world.the(QueueService.class);
        QueueSettings read = queues.settings(ACCOUNT);
        QueueSettings first = QueueSettings.linear(List.of(AGENTS.get(2), AGENTS.get(0), AGENTS.get(1)));
        queues.save(ACCOUNT, read, first);
        assertThat(queues.settings(ACCOUNT)).isEqualTo(first);
        assertThatThrownBy(() -> queues.save(ACCOUNT, read, QueueSettings.linear(AGENTS)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("edit.stale"));
        assertThat(queues.settings(ACCOUNT)).isEqualTo(first);
    }
}
