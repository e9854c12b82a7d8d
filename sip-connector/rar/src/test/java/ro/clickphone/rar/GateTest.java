package ro.clickphone.rar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.DecisionUnavailableException;

class GateTest {
    @Test
    void ask_beyond_the_limit_fails_after_its_patience() {
        Gate gate = new Gate(1, Duration.ofMillis(50));
        try (Gate.Pass held = gate.enter()) {
            long before = System.nanoTime();
            assertThatThrownBy(gate::enter).isInstanceOf(DecisionUnavailableException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
        }
    }

    @Test
    void ask_that_waits_enters_as_soon_as_another_leaves() throws Exception {
        Gate gate = new Gate(1, Duration.ofSeconds(5));
        Gate.Pass held = gate.enter();
        CompletableFuture<Void> waiting =
                CompletableFuture.runAsync(() -> gate.enter().close());
        held.close();
        assertThat(waiting).succeedsWithin(Duration.ofSeconds(2));
    }

    @Test
    void failed_ask_leaves_no_permit_behind() {
        Gate gate = new Gate(1, Duration.ofMillis(50));
        for (int ask = 0; ask < 3; ask++) {
            assertThatThrownBy(() -> {
                        try (Gate.Pass pass = gate.enter()) {
                            throw new IllegalStateException("the business failed");
                        }
                    })
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
