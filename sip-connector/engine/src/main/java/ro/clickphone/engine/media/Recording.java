package ro.clickphone.engine.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.RecordingSeal;
import ro.clickphone.engine.audio.SealedSound;

/**
 * Sound on its way to a file: collected on the loop's thread, written second by second on the writer's. The disk is never
 * waited for.
 */
final class Recording {
    private static final Logger LOG = Logger.getLogger(Recording.class.getName());
    /** Seconds that may wait for a slow disk before the recording is given up. */
    private static final int MOST_CHUNKS_WAITING = 30;

    private final Path path;
    private final RecordingSeal seal;
    private final int rate;
    private final int channels;
    private final Executor writer;
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private final short[] chunk;
    private int filled;

    private Optional<SealedSound> file = Optional.empty();
    private final AtomicInteger chunksWaiting = new AtomicInteger();
    private volatile boolean failed;
    private volatile long frames;

    Recording(Path path, RecordingSeal seal, int rate, int channels, Executor writer) {
        this.path = path;
        this.seal = seal;
        this.rate = rate;
        this.channels = channels;
        this.writer = writer;
        chunk = new short[rate * channels];
        writer.execute(this::open);
    }

    int rate() {
        return rate;
    }

    /** One frame of 20 ms, of one channel. On the loop's thread. */
    void add(short[] frame) {
        System.arraycopy(frame, 0, chunk, filled, frame.length);
        filled += frame.length;
        counted();
    }

    /** A frame of each side. On the loop's thread. */
    void add(short[] left, short[] right) {
        for (int i = 0; i < left.length; i++) {
            chunk[filled++] = left[i];
            chunk[filled++] = right[i];
        }
        counted();
    }

    private void counted() {
        frames = frames + 1;
        if (filled == chunk.length) {
            handOver();
        }
    }

    private void handOver() {
        short[] sound = Arrays.copyOf(chunk, filled);
        filled = 0;
        if (chunksWaiting.incrementAndGet() > MOST_CHUNKS_WAITING) {
            failed = true;
            return;
        }
        writer.execute(() -> append(sound));
    }

    /** Writes the rest. On the loop's thread. */
    void finish() {
        handOver();
        writer.execute(this::close);
    }

    boolean hasFailed() {
        return failed;
    }

    Duration length() {
        return Duration.ofMillis(20 * frames);
    }

    /** Done when the file is whole, or after a second: it is a matter of milliseconds unless the disk is ill. */
    CompletableFuture<Void> finished() {
        return finished.copy().orTimeout(1, TimeUnit.SECONDS).exceptionally(slow -> {
            LOG.log(Level.WARNING, "The disk is slow: {0} is not written to its end yet", path.getFileName());
            return null;
        });
    }

    private void open() {
        try {
            file = Optional.of(new SealedSound(path, seal, rate, channels));
        } catch (IOException noFile) {
            fail(noFile);
        }
    }

    private void append(short[] sound) {
        chunksWaiting.decrementAndGet();
        if (failed || file.isEmpty()) {
            return;
        }
        try {
            file.get().append(sound, sound.length);
        } catch (IOException full) {
            fail(full);
        }
    }

    private void close() {
        try {
            if (file.isPresent()) {
                file.get().close();
            }
        } catch (IOException broken) {
            fail(broken);
        }
        finished.complete(null);
    }

    private void fail(IOException why) {
        if (!failed) {
            LOG.log(Level.SEVERE, "The recording {0} cannot be written: {1}", new Object[] {
                path.getFileName(), why.getMessage()
            });
        }
        failed = true;
    }
}
