package ro.clickphone.rar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ro.clickphone.rar.Bindings.NOW;
import static ro.clickphone.rar.Bindings.refreshed;
import static ro.clickphone.rar.Bindings.removed;
import static ro.clickphone.rar.Bindings.stored;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.BindingChange;

class BindingJournalTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Backoff QUICK = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5));

    private final ExecutorService work = Executors.newCachedThreadPool();
    private final List<List<BindingChange>> told = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        work.shutdownNow();
    }

    @Test
    void phones_that_register_together_are_told_together() {
        BindingJournal journal = open(told::add, Duration.ofMillis(300), NEVER);
        IntStream.range(100, 150).forEach(extension -> journal.changed(List.of(stored(extension))));
        await().untilAsserted(() -> assertThat(told).hasSize(1));
        assertThat(told.get(0)).hasSize(50);
        journal.close(PATIENCE);
    }

    @Test
    void refresh_waits_and_is_told_at_the_end_at_the_latest() {
        BindingJournal journal = open(told::add, Duration.ofMillis(1), NEVER);
        journal.changed(List.of(refreshed(100, NOW)));
        journal.changed(List.of(stored(101)));
        await().untilAsserted(() -> assertThat(told).containsExactly(List.of(stored(101))));
        journal.close(PATIENCE);
        assertThat(told).containsExactly(List.of(stored(101)), List.of(refreshed(100, NOW)));
    }

    @Test
    void phone_registered_while_the_database_is_away_is_stored_when_it_is_back() {
        AtomicInteger tries = new AtomicInteger();
        BindingJournal journal = open(
                batch -> {
                    if (tries.incrementAndGet() < 4) {
                        throw new IllegalStateException("the database is away");
                    }
                    told.add(batch);
                },
                Duration.ofMillis(1),
                NEVER);
        journal.changed(List.of(stored(100)));
        await().untilAsserted(() -> assertThat(told).containsExactly(List.of(stored(100))));
        journal.close(PATIENCE);
    }

    @Test
    void one_impossible_registration_does_not_keep_back_the_others() {
        BindingJournal journal = open(
                batch -> {
                    if (batch.contains(stored(100))) {
                        throw new IllegalStateException("no such column");
                    }
                    told.add(batch);
                },
                Duration.ofMillis(50),
                NEVER);
        journal.changed(List.of(stored(100), stored(101), removed(102)));
        await().untilAsserted(() -> assertThat(told).containsExactly(List.of(stored(101)), List.of(removed(102))));
        journal.close(PATIENCE);
    }

    @Test
    void end_does_not_wait_for_a_database_that_stays_away() {
        BindingJournal journal = open(
                batch -> {
                    throw new IllegalStateException("the database is away");
                },
                Duration.ofMillis(1),
                NEVER);
        journal.changed(List.of(stored(100)));
        long before = System.nanoTime();
        journal.close(PATIENCE);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(PATIENCE);
    }

    private BindingJournal open(Consumer<List<BindingChange>> business, Duration changes, Duration refreshes) {
        return BindingJournal.open(business, new BindingJournal.Pace(changes, refreshes, QUICK), work);
    }
}
