package ro.clickphone.rar;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.clickphone.rar.Bindings.NOW;
import static ro.clickphone.rar.Bindings.binding;
import static ro.clickphone.rar.Bindings.refreshed;
import static ro.clickphone.rar.Bindings.removed;
import static ro.clickphone.rar.Bindings.stored;

import java.util.List;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.BindingChange;

class PendingBindingsTest {
    private final PendingBindings pending = new PendingBindings(3);

    @Test
    void phone_that_registers_and_leaves_is_told_once_as_gone() {
        pending.add(stored(100));
        pending.add(removed(100));
        assertThat(pending.takeChanges(10)).containsExactly(removed(100));
        assertThat(pending.hasChanges()).isFalse();
    }

    @Test
    void refresh_of_a_phone_not_yet_told_moves_its_expiry() {
        pending.add(stored(100));
        pending.add(refreshed(100, NOW.plusSeconds(900)));
        assertThat(pending.takeChanges(10))
                .containsExactly(new BindingChange.Stored(binding(100, NOW.plusSeconds(900))));
        assertThat(pending.hasRefreshes()).isFalse();
    }

    @Test
    void many_refreshes_are_told_as_the_last_one() {
        pending.add(refreshed(100, NOW.plusSeconds(60)));
        pending.add(refreshed(100, NOW.plusSeconds(120)));
        assertThat(pending.hasChanges()).isFalse();
        assertThat(pending.takeRefreshes(10)).containsExactly(refreshed(100, NOW.plusSeconds(120)));
    }

    @Test
    void what_could_not_be_told_does_not_undo_what_happened_since() {
        pending.add(removed(100));
        pending.add(refreshed(101, NOW.plusSeconds(900)));
        pending.putBack(List.of(stored(100), stored(101), stored(102)));
        assertThat(pending.takeChanges(10))
                .containsExactlyInAnyOrder(
                        removed(100), new BindingChange.Stored(binding(101, NOW.plusSeconds(900))), stored(102));
    }

    @Test
    void changes_that_nobody_takes_do_not_fill_the_memory() {
        for (int extension = 100; extension < 110; extension++) {
            pending.add(stored(extension));
        }
        assertThat(pending.takeChanges(10)).containsExactly(stored(107), stored(108), stored(109));
    }
}
