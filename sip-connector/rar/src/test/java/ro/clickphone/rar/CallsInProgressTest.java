package ro.clickphone.rar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.clickphone.engine.api.CallRecord;

class CallsInProgressTest {
    private static final Duration PACE = Duration.ofMillis(5);

    @TempDir
    Path folder;

    @Test
    void a_call_that_the_server_was_killed_in_leaves_its_record() {
        CallRecord call = Records.call();
        try (CallsInProgress kept = CallsInProgress.keep(file(), () -> List.of(call), PACE)) {
            await().until(() -> CallsInProgress.leftBy(file()).equals(List.of(call)));
        }
    }

    @Test
    void a_call_that_has_ended_is_not_left_behind_a_second_time() {
        AtomicReference<List<CallRecord>> calls = new AtomicReference<>(List.of(Records.call()));
        try (CallsInProgress kept = CallsInProgress.keep(file(), calls::get, PACE)) {
            await().until(() -> !CallsInProgress.leftBy(file()).isEmpty());
            calls.set(List.of());
            await().until(() -> CallsInProgress.leftBy(file()).isEmpty());
        }
    }

    @Test
    void a_clean_end_leaves_nothing() {
        CallsInProgress kept = CallsInProgress.keep(file(), () -> List.of(Records.call()), PACE);
        await().until(() -> Files.exists(file()));
        kept.close();
        assertThat(file()).doesNotExist();
    }

    @Test
    void a_file_that_nobody_can_read_holds_up_no_start() throws IOException {
        Files.write(file(), new byte[] {0, 0, 0, 9, 1, 2});
        assertThat(CallsInProgress.leftBy(file())).isEmpty();
    }

    private Path file() {
        return folder.resolve("in-progress");
    }
}
