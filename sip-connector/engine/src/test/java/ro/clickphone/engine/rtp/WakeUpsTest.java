package ro.clickphone.engine.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A loop that nobody wakes does its work once a second: twenty times would take ten seconds. */
class WakeUpsTest {
    private static final int TIMES = 20;
    private static final Duration UNLIKE_ONCE_A_SECOND = Duration.ofSeconds(5);

    @Test
    void a_loop_does_what_was_posted_to_it_when_the_event_is_over() throws InterruptedException {
        awaitEach(done -> WakeUps.gathered(() -> WakeUps.gathered(done)));
    }

    @Test
    void an_event_that_fails_wakes_it_too() throws InterruptedException {
        awaitEach(done -> assertThatThrownBy(() -> WakeUps.gathered(() -> {
                    done.run();
                    throw new IllegalStateException("a fault");
                }))
                .hasMessage("a fault"));
    }

    private interface Event {
        /** @param post posts a task to the loop */
        void happens(Runnable post);
    }

    private static void awaitEach(Event event) throws InterruptedException {
        long end = System.nanoTime() + UNLIKE_ONCE_A_SECOND.toNanos();
        try (MediaLoop loop = new MediaLoop("media-test")) {
            for (int i = 0; i < TIMES; i++) {
                CountDownLatch done = new CountDownLatch(1);
                event.happens(() -> loop.post(done::countDown));
                assertThat(done.await(end - System.nanoTime(), TimeUnit.NANOSECONDS))
                        .isTrue();
            }
        }
    }
}
