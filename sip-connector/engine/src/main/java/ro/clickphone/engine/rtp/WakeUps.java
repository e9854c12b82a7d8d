package ro.clickphone.engine.rtp;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the waking of media loops off to the end of what a thread is doing: one event of a call posts several tasks, and a
 * loop takes its core as soon as it is woken, so that each task by itself would cost two changes of thread.
 */
public final class WakeUps {
    private static final ThreadLocal<WakeUps> OF_THREAD = ThreadLocal.withInitial(WakeUps::new);

    private final List<MediaLoop> toWake = new ArrayList<>();
    private boolean gathering;

    private WakeUps() {}

    /** Does the work, which waits for no loop, then wakes each loop that it posted to. */
    public static void gathered(Runnable work) {
        WakeUps mine = OF_THREAD.get();
        boolean outermost = !mine.gathering;
        mine.gathering = true;
        try {
            work.run();
        } finally {
            if (outermost) {
                mine.gathering = false;
                mine.toWake.forEach(MediaLoop::wake);
                mine.toWake.clear();
            }
        }
    }

    static void wake(MediaLoop loop) {
        WakeUps mine = OF_THREAD.get();
        if (!mine.gathering) {
            loop.wake();
        } else if (!mine.toWake.contains(loop)) {
            mine.toWake.add(loop);
        }
    }
}
