package ro.clickphone.pbx.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** A test's exchange tells its observers when the container would: what is not committed yet was read as the old state. */
class AfterSuccessTest {
    private static final AccountId ACCOUNT = new AccountId(94_900);
    private static final ExtensionNumber PHONE = new ExtensionNumber(100);

    private World world;

    @BeforeEach
    void open() {
        world = World.open();
        world.the(AccountService.class).create(ACCOUNT, new NewAccount("Client", ZoneId.of("Europe/Bucharest"), 3));
        world.the(ExtensionService.class).add(ACCOUNT, PHONE, "Om");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void engine_is_told_when_the_change_is_committed_and_not_before() {
        int before = told();
        world.inTransaction(() -> {
            world.the(ExtensionService.class).delete(ACCOUNT, PHONE);
            assertThat(told()).isEqualTo(before);
            return null;
        });
        assertThat(told()).isGreaterThan(before);
    }

    @Test
    void engine_is_not_told_of_what_was_rolled_back() {
        int before = told();
        assertThatThrownBy(() -> world.inTransaction(() -> {
                    world.the(ExtensionService.class).delete(ACCOUNT, PHONE);
                    throw new IllegalStateException("the test's own");
                }))
                .hasMessage("the test's own");
        assertThat(told()).isEqualTo(before);
    }

    private int told() {
        return world.engine().commands("credentialChanged").size();
    }
}
