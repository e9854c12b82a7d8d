package ro.clickphone.engine.media;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import ro.clickphone.engine.rtp.MediaLoop;

/** The loop on which a leg's line is. What is to be done there is done in its order, also while it moves to another. */
final class Place {
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private volatile MediaLoop loop;

    Place(MediaLoop first) {
        loop = first;
    }

    MediaLoop loop() {
        return loop;
    }

    /** On the loop that it leaves. */
    void move(AudioLine line, MediaLoop home) {
        line.leave();
        home.post(() -> line.arrive(home));
        loop = home;
    }

    void post(Runnable task) {
        tasks.add(task);
        drainOn(loop);
    }

    private void drainOn(MediaLoop where) {
        where.post(() -> {
            while (loop == where && !tasks.isEmpty()) {
                tasks.remove().run();
            }
            if (loop != where && !tasks.isEmpty()) {
                drainOn(loop);
            }
        });
    }
}
