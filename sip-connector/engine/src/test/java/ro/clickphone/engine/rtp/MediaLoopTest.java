package ro.clickphone.engine.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.clickphone.engine.media.MediaEngine;
import ro.clickphone.engine.sdp.OwnAddresses;

/** What a loop costs and when it gets the processor. */
class MediaLoopTest {
    /** Of sched(7). */
    private static final int ORDINARY = 0;

    private static final int ROUND_ROBIN = 2;
    private static final int SOME_TICKS = 50;
    private static final int MANY_TASKS = 100;

    private final MediaLoop loop = new MediaLoop("media-alone");

    @AfterEach
    void close() {
        loop.close();
    }

    /** Each turn without a packet, a task or a tick is CPU for nothing: hundreds stood before each tick once. */
    @Test
    void a_loop_that_plays_does_not_turn_without_end_before_each_tick() {
        AtomicInteger ticks = new AtomicInteger();
        AtomicLong turnsOfSome = new AtomicLong();
        loop.post(() -> loop.everyTick(nanos -> {
            if (ticks.incrementAndGet() == SOME_TICKS) {
                turnsOfSome.set(loop.turns());
            }
        }));
        await().atMost(Duration.ofSeconds(30)).until(() -> turnsOfSome.get() > 0);
        assertThat(turnsOfSome.get()).isLessThan(3 * SOME_TICKS);
    }

    /** A call posts some tasks within milliseconds, hundreds of calls do; each that wakes the loop costs two changes of thread. */
    @Test
    void tasks_that_come_one_after_another_do_not_wake_it_each() {
        AtomicInteger done = new AtomicInteger();
        long began = System.nanoTime();
        for (int i = 0; i < MANY_TASKS; i++) {
            loop.post(done::incrementAndGet);
            spinUntil(began + (i + 1) * 200_000L);
        }
        long millis = (System.nanoTime() - began) / 1_000_000;
        await().until(() -> done.get() == MANY_TASKS);
        AtomicLong turns = new AtomicLong();
        loop.post(() -> turns.set(loop.turns()));
        await().until(() -> turns.get() > 0);
        assertThat(turns.get()).isLessThan(10 + millis / 2);
    }

    private static void spinUntil(long nanos) {
        while (System.nanoTime() < nanos) {
            Thread.onSpinWait();
        }
    }

    @Test
    void audio_goes_before_everything_else_where_the_system_lets_it() throws Exception {
        Thread begun = new Thread(LockSupport::park, "media-child");
        assumeThat(RealTime.ask("media-alone")).as("the right to do so").isTrue();
        Path task = RealTime.threads("media-alone").get(0);
        assertThat(policy(task)).isEqualTo(ROUND_ROBIN);
        loop.post(() -> begun.start());
        await().until(() -> !RealTime.threads("media-child").isEmpty());
        assertThat(policy(RealTime.threads("media-child").get(0))).isEqualTo(ORDINARY);
        LockSupport.unpark(begun);
        begun.join();
    }

    @Test
    void threads_of_an_engine_are_ordinary_ones_until_it_is_told_to_go_first(@TempDir Path folder) throws Exception {
        try (MediaEngine engine = new MediaEngine(new MediaEngine.Settings(
                "127.0.0.1", OwnAddresses.of("127.0.0.1"), 42_900, 42_999, folder, folder, Optional.empty()))) {
            List<Path> threads = RealTime.threads("media-0");
            assertThat(threads).isNotEmpty();
            for (Path thread : threads) {
                assertThat(policy(thread)).isEqualTo(ORDINARY);
            }
            assumeThat(RealTime.ask("media-alone")).as("the right to do so").isTrue();
            engine.goFirst();
            await().untilAsserted(() ->
                    assertThat(policy(threads.get(threads.size() - 1))).isEqualTo(ROUND_ROBIN));
        }
    }

    /** Field 41 of proc(5)'s stat. */
    private static int policy(Path task) throws IOException {
        String stat = Files.readString(task.resolve("stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[38]);
    }

    @Test
    void a_thread_that_does_not_exist_is_not_asked_for() {
        assertThat(RealTime.ask("nobody")).isFalse();
        assertThat(RealTime.threads("nobody")).isEmpty();
    }
}
