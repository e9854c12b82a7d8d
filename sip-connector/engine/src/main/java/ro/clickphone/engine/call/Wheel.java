package ro.clickphone.engine.call;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * All timers of the engine on one thread: a wheel of slots, 20 ms each. Setting and cancelling take no lock; a cancelled
 * timer lets go of its task at once. A task only posts: whatever it does keeps the others waiting.
 */
public final class Wheel implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Wheel.class.getName());
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int SLOTS = 1024;

    private final ConcurrentLinkedQueue<Timer> arriving = new ConcurrentLinkedQueue<>();
    private final Timer[] slots = new Timer[SLOTS];
    private final LongSupplier nanoTime;
    private final long origin;
    private long next;
    private volatile boolean closed;

    public Wheel() {
        this(System::nanoTime);
        startTurning();
    }

    /** Turns faster than time, to try in seconds what takes minutes. */
    public static Wheel faster(int times) {
        Wheel wheel = new Wheel(new HurriedTime(times));
        wheel.startTurning();
        return wheel;
    }

    /**
     * Time that runs faster, and stands still while the machine does: what nobody had a chance to do in it would be late
     * otherwise, and so many times as late.
     */
    private static final class HurriedTime implements LongSupplier {
        private final int times;
        private long seen = System.nanoTime();
        private long passed;

        HurriedTime(int times) {
            this.times = times;
        }

        @Override
        public synchronized long getAsLong() {
            long now = System.nanoTime();
            passed += Math.min(now - seen, TICK_NANOS) * times;
            seen = now;
            return passed;
        }
    }

    private void startTurning() {
        Thread thread = new Thread(this::turn, "clickphone-timers");
        thread.setDaemon(true);
        thread.start();
    }

    /** Turned by hand, to be tried with a clock that stands still. */
    Wheel(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.origin = nanoTime.getAsLong();
    }

    /** Runs the task once after the delay, rounded up to the next tick. */
    public Timer after(Duration delay, Runnable task) {
        return after(delay.toMillis(), task);
    }

    public Timer after(long millis, Runnable task) {
        long due = (nanoTime.getAsLong() - origin + TimeUnit.MILLISECONDS.toNanos(millis)) / TICK_NANOS + 1;
        Timer timer = new Timer(due, task);
        arriving.add(timer);
        return timer;
    }

    /** Runs the task again and again until the timer is cancelled. */
    public void every(Duration period, Runnable task) {
        after(period, () -> {
            try {
                task.run();
            } finally {
                if (!closed) {
                    every(period, task);
                }
            }
        });
    }

    @Override
    public void close() {
        closed = true;
    }

    private void turn() {
        while (!closed) {
            catchUp();
            LockSupport.parkNanos(origin + next * TICK_NANOS - nanoTime.getAsLong());
        }
    }

    /** Runs what is due now. */
    void catchUp() {
        long now = (nanoTime.getAsLong() - origin) / TICK_NANOS;
        takeIn(next);
        while (next <= now) {
            fire(next++);
        }
    }

    /** @param tick the next one to be fired: what is due earlier goes there */
    private void takeIn(long tick) {
        for (Timer timer = arriving.poll(); timer != null; timer = arriving.poll()) {
            if (timer.get() != null) {
                int slot = (int) (Math.max(timer.due, tick) % SLOTS);
                timer.next = slots[slot];
                slots[slot] = timer;
            }
        }
    }

    private void fire(long tick) {
        int slot = (int) (tick % SLOTS);
        Timer list = slots[slot];
        slots[slot] = null;
        while (list != null) {
            Timer timer = list;
            list = timer.next;
            if (timer.due > tick) {
                keep(timer, slot);
            } else {
                timer.run();
            }
        }
    }

    private void keep(Timer timer, int slot) {
        timer.next = null;
        if (timer.get() != null) {
            timer.next = slots[slot];
            slots[slot] = timer;
        }
    }

    /** One task to come; it holds the task until it ran or was cancelled. */
    public static final class Timer extends AtomicReference<Runnable> {
        private static final long serialVersionUID = 1L;

        private final long due;
        private Timer next;

        private Timer(long due, Runnable task) {
            super(task);
            this.due = due;
        }

        public void cancel() {
            lazySet(null);
        }

        private void run() {
            Runnable task = getAndSet(null);
            if (task == null) {
                return;
            }
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                LOG.log(Level.SEVERE, "A timer's task failed", e);
            }
        }
    }
}
