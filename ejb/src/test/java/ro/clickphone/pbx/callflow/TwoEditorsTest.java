package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.DigestCredential;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.extension.ExtensionEdit;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.extension.Forward;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.world.World;

/** Two people have the same page open: the second to save is told, and the work of the first is not lost. */
class TwoEditorsTest {
    private static final AccountId ACCOUNT = new AccountId(64_300);
    private static final ExtensionNumber FIRST = new ExtensionNumber(100);
    private static final ExtensionNumber SECOND = new ExtensionNumber(101);
    private static World world;
    private static ExtensionService extensions;

    @BeforeAll
    static void open() {
        world = World.open();
        world.clock().setLocal("2026-11-26T18:00:00");
        world.the(AccountService.class).create(ACCOUNT, new NewAccount("Flori SRL", ZoneId.of("Europe/Bucharest"), 5));
        extensions = world.the(ExtensionService.class);
        extensions.add(ACCOUNT, FIRST, "Ana");
        extensions.add(ACCOUNT, SECOND, "Dan");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void second_choice_of_where_calls_go() {
        RoutingService routing = world.the(RoutingService.class);
        Optional<Destination> read = routing.destination(ACCOUNT);
        Destination first = new Destination.Extensions(List.of(FIRST));
        Destination second = new Destination.Extensions(List.of(SECOND));
        routing.route(ACCOUNT, read, first);
        isTold(() -> routing.route(ACCOUNT, read, second));
        assertThat(routing.destination(ACCOUNT)).contains(first);
        routing.route(ACCOUNT, Optional.of(first), second);
        assertThat(routing.destination(ACCOUNT)).contains(second);
    }

    @Test
    void second_name_ring_time_and_forward_of_an_extension() {
        Extension read = extensions.find(ACCOUNT, SECOND);
        extensions.edit(ACCOUNT, read, new ExtensionEdit.Name("Dan Pop"));
        extensions.edit(ACCOUNT, read, new ExtensionEdit.RingTime(Duration.ofSeconds(30)));
        extensions.edit(ACCOUNT, read, new ExtensionEdit.SetForward(Forward.When.BUSY, "100"));
        isTold(() -> extensions.edit(ACCOUNT, read, new ExtensionEdit.Name("Daniel")));
        isTold(() -> extensions.edit(ACCOUNT, read, new ExtensionEdit.RingTime(Duration.ofSeconds(25))));
        isTold(() -> extensions.edit(ACCOUNT, read, new ExtensionEdit.SetForward(Forward.When.BUSY, "0723456789")));
        isTold(() -> extensions.edit(ACCOUNT, read, new ExtensionEdit.DeactivateForward(Forward.When.BUSY)));
        Extension kept = extensions.find(ACCOUNT, SECOND);
        assertThat(kept.name()).isEqualTo("Dan Pop");
        assertThat(kept.ringTime()).isEqualTo(Duration.ofSeconds(30));
        assertThat(kept.busy().inForce()).map(Object::toString).contains("100");
        assertThat(extensions
                        .edit(ACCOUNT, kept, new ExtensionEdit.DeactivateForward(Forward.When.BUSY))
                        .busy())
                .isInstanceOf(Forward.Remembered.class);
    }

    @Test
    void second_choice_of_encryption() {
        DigestCredential.Srtp read = extensions.encryption(ACCOUNT, FIRST);
        extensions.setEncryption(ACCOUNT, FIRST, read, DigestCredential.Srtp.REQUIRED);
        isTold(() -> extensions.setEncryption(ACCOUNT, FIRST, read, DigestCredential.Srtp.OPTIONAL));
        assertThat(extensions.encryption(ACCOUNT, FIRST)).isEqualTo(DigestCredential.Srtp.REQUIRED);
    }

    private static void isTold(ThrowingCallable save) {
        assertThatThrownBy(save).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo("edit.stale"));
    }
}
