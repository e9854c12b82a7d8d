package ro.clickphone.pbx.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.kernel.AccountId;

class AnnouncementsTest {
    private static final AccountId ONE = new AccountId(53_630);
    private static final AccountId OTHER = new AccountId(53_631);

    private final List<Runnable> scheduled = new ArrayList<>();
    private final List<AccountId> told = new ArrayList<>();
    private final Announcements announcements = new Announcements(scheduled::add, told::add);

    @Test
    void a_hundred_turns_of_calls_are_one_look_of_the_page() {
        for (int i = 0; i < 100; i++) {
            announcements.changed(ONE);
            announcements.changed(OTHER);
        }
        assertThat(scheduled).hasSize(1);
        scheduled.get(0).run();
        assertThat(told).containsExactlyInAnyOrder(ONE, OTHER);
    }

    @Test
    void what_changes_after_the_look_is_told_again() {
        announcements.changed(ONE);
        scheduled.get(0).run();
        announcements.changed(ONE);
        scheduled.get(0).run();
        scheduled.get(0).run();
        assertThat(scheduled).hasSize(1);
        assertThat(told).containsExactly(ONE, ONE);
    }

    @Test
    void a_page_that_fails_leaves_the_others_told() {
        Announcements some = new Announcements(scheduled::add, account -> {
            told.add(account);
            throw new IllegalStateException("closed");
        });
        some.changed(ONE);
        some.changed(OTHER);
        scheduled.get(0).run();
        assertThat(told).containsExactlyInAnyOrder(ONE, OTHER);
    }

    @Test
    void a_refused_task_is_tried_anew_at_the_next_change() {
        List<Runnable> taken = new ArrayList<>();
        Announcements some = new Announcements(
                task -> {
                    if (taken.isEmpty()) {
                        taken.add(task);
                        throw new RejectedExecutionException("stopping");
                    }
                    scheduled.add(task);
                },
                told::add);
        some.changed(ONE);
        some.changed(ONE);
        scheduled.get(0).run();
        assertThat(told).containsExactly(ONE);
    }
}
