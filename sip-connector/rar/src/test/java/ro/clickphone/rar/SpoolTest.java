package ro.clickphone.rar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallRecord;

class SpoolTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Backoff QUICK = new Backoff(Duration.ofMillis(1), Duration.ofMillis(20));

    private final ExecutorService work = Executors.newCachedThreadPool();
    private final List<CallId> taken = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    @BeforeAll
    static void waitLongerOnASlowDisk() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @AfterAll
    static void waitAsUsual() {
        Awaitility.reset();
    }

    @AfterEach
    void stop() {
        work.shutdownNow();
    }

    @Test
    void records_are_delivered_in_the_order_in_which_calls_ended() throws IOException {
        List<CallRecord> calls = calls(500);
        Spool spool = open(this::take);
        calls.forEach(spool::ended);
        await().untilAsserted(() -> assertThat(taken).isEqualTo(ids(calls)));
        spool.close(PATIENCE);
        assertThat(spooled()).isEmpty();
    }

    @Test
    void calls_that_end_in_the_same_moment_share_a_delivery() throws IOException {
        List<CallRecord> calls = calls(200);
        List<Integer> deliveries = new CopyOnWriteArrayList<>();
        Spool spool = open(records -> {
            deliveries.add(records.size());
            take(records);
        });
        calls.forEach(spool::ended);
        await().untilAsserted(() -> assertThat(taken).isEqualTo(ids(calls)));
        spool.close(PATIENCE);
        assertThat(deliveries).hasSizeLessThan(20);
    }

    @Test
    void record_waits_until_the_database_is_back() throws IOException {
        List<CallRecord> calls = calls(3);
        List<String> refusals = new CopyOnWriteArrayList<>();
        Spool spool = open(records -> {
            if (refusals.size() < 12) {
                refusals.add("away");
                throw new IllegalStateException("the database is away");
            }
            take(records);
        });
        calls.forEach(spool::ended);
        await().untilAsserted(() -> assertThat(taken).containsExactlyInAnyOrderElementsOf(ids(calls)));
        spool.close(PATIENCE);
    }

    @Test
    void records_left_by_a_killed_server_are_delivered_at_the_next_start() throws IOException {
        List<CallRecord> calls = calls(5);
        leaveBehind(calls);
        assertThat(spooled()).isNotEmpty();
        Spool spool = open(this::take);
        await().untilAsserted(() -> assertThat(taken).isEqualTo(ids(calls)));
        spool.close(PATIENCE);
    }

    @Test
    void record_cut_short_by_the_kill_does_not_keep_back_the_whole_ones() throws IOException {
        List<CallRecord> calls = calls(5);
        leaveBehind(calls);
        Path file = spooled().get(0);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 7));
        Spool spool = open(this::take);
        await().untilAsserted(() -> assertThat(taken).isEqualTo(ids(calls.subList(0, 4))));
        CallRecord next = Records.call();
        spool.ended(next);
        await().untilAsserted(() -> assertThat(taken).contains(next.id()));
        spool.close(PATIENCE);
    }

    @Test
    void garbage_in_a_spool_file_is_not_delivered_and_not_fatal() throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("000000000007.spool"), new byte[] {127, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        Spool spool = open(this::take);
        CallRecord call = Records.call();
        spool.ended(call);
        await().untilAsserted(() -> assertThat(taken).containsExactly(call.id()));
        spool.close(PATIENCE);
        assertThat(folder.resolve("000000000007.spool.torn")).exists();
    }

    @Test
    void record_that_is_always_refused_does_not_keep_back_the_others_and_is_offered_at_the_next_start()
            throws IOException {
        List<CallRecord> calls = calls(4);
        CallId poison = calls.get(1).id();
        Spool spool = open(records -> {
            if (ids(records).contains(poison)) {
                throw new IllegalStateException("refused");
            }
            take(records);
        });
        calls.forEach(spool::ended);
        await().untilAsserted(() -> assertThat(taken)
                .containsExactly(
                        calls.get(0).id(), calls.get(2).id(), calls.get(3).id()));
        spool.close(PATIENCE);

        Spool next = open(this::take);
        await().untilAsserted(() -> assertThat(taken).contains(poison));
        next.close(PATIENCE);
        assertThat(spooled()).isEmpty();
    }

    @Test
    void record_that_arrived_before_the_stop_is_on_the_disk_after_it() throws IOException {
        List<CallRecord> calls = calls(50);
        leaveBehind(calls);
        Spool spool = open(this::take);
        await().untilAsserted(() -> assertThat(taken).hasSize(50));
        spool.close(PATIENCE);
    }

    @Test
    void second_server_on_the_same_folder_is_turned_away() throws IOException {
        Spool spool = open(this::take);
        assertThatThrownBy(() -> open(this::take))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another process holds the spool");
        spool.close(PATIENCE);
    }

    @Test
    void more_than_one_file_of_records_keeps_the_order() throws IOException {
        List<CallRecord> calls = calls(3000);
        leaveBehind(calls);
        assertThat(spooled()).hasSizeGreaterThan(1);
        Spool spool = open(this::take);
        await().untilAsserted(() -> assertThat(taken).isEqualTo(ids(calls)));
        spool.close(PATIENCE);
        assertThat(spooled()).isEmpty();
    }

    private void take(List<CallRecord> records) {
        records.forEach(record -> taken.add(record.id()));
    }

    private Spool open(Consumer<List<CallRecord>> business) throws IOException {
        return Spool.open(folder, business, QUICK, work);
    }

    /** What a server leaves that ends while the database is away. */
    private void leaveBehind(List<CallRecord> calls) throws IOException {
        Spool spool = open(records -> {
            throw new IllegalStateException("the database is away");
        });
        calls.forEach(spool::ended);
        spool.close(Duration.ZERO);
    }

    private List<Path> spooled() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Predicate<Path> isSpool = path -> path.toString().endsWith(".spool");
            return files.filter(isSpool).sorted().toList();
        }
    }

    private static List<CallRecord> calls(int count) {
        return IntStream.range(0, count).mapToObj(number -> Records.call()).toList();
    }

    private static List<CallId> ids(List<CallRecord> calls) {
        return calls.stream().map(CallRecord::id).toList();
    }
}
