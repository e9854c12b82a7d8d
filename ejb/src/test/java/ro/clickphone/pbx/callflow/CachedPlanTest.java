package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.Step;

/** Rule 15: the database goes away, and phones go on calling inside their tenant by the plan that was read last. */
class CachedPlanTest {
    private final ManualExample customer = new ManualExample();
    private final List<RoutingPlan> published = new ArrayList<>();
    private boolean databaseAway;
    private int reads;
    private final CachedPlan cached = new CachedPlan(this::read, (before, after) -> published.add(after));

    private RoutingPlan read() {
        reads++;
        if (databaseAway) {
            throw new IllegalStateException("no connection");
        }
        return customer.plan();
    }

    @Test
    void colleague_is_rung_by_the_last_plan_while_the_database_is_away() {
        cached.current();
        databaseAway = true;
        cached.outdated();
        Decision decision = CallFlow.begin(
                ManualExample.from(100, "101"),
                cached.current().orElseThrow(),
                new Moment(CallId.random(), ManualExample.OPEN, new Nearby()));
        assertThat(decision.step()).isInstanceOf(Step.Dial.class);
    }

    @Test
    void database_that_is_away_is_asked_once_and_no_call_waits_for_it_again() {
        cached.current();
        databaseAway = true;
        cached.outdated();
        for (int call = 0; call < 100; call++) {
            assertThat(cached.current()).isPresent();
        }
        assertThat(reads).isEqualTo(2);
        assertThat(cached.isStale()).isTrue();
    }

    @Test
    void change_made_meanwhile_counts_as_soon_as_the_database_is_back() {
        RoutingPlan before = cached.current().orElseThrow();
        databaseAway = true;
        cached.outdated();
        cached.current();
        assertThatThrownBy(cached::refresh).hasMessage("no connection");
        assertThat(cached.current().orElseThrow()).isSameAs(before);
        databaseAway = false;
        cached.refresh();
        assertThat(cached.isStale()).isFalse();
        assertThat(cached.current().orElseThrow()).isNotSameAs(before);
        assertThat(published).hasSize(2);
        cached.outdated();
        cached.current();
        assertThat(cached.isStale())
                .as("read again by the next call, as before")
                .isFalse();
    }

    @Test
    void customer_whose_plan_was_never_read_has_none_until_the_database_is_back() {
        databaseAway = true;
        assertThat(cached.current()).isEmpty();
        databaseAway = false;
        assertThat(cached.current()).isPresent();
    }
}
