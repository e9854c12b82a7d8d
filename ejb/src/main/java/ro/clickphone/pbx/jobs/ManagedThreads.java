package ro.clickphone.pbx.jobs;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.quartz.spi.ThreadExecutor;
import org.quartz.spi.ThreadPool;

/** Quartz's threads are the container's: they see the application's names, and end with it. Public for Quartz, which sets names by reflection. */
public final class ManagedThreads implements ThreadPool, ThreadExecutor {
    private final ExecutorService executor;
    private final ManagedThreadFactory factory;
    private final int size;
    private final Semaphore free;
    private volatile boolean closed;

    ManagedThreads(ExecutorService executor, ManagedThreadFactory factory, int size) {
        this.executor = executor;
        this.factory = factory;
        this.size = size;
        this.free = new Semaphore(size);
    }

    @Override
    public boolean runInThread(Runnable work) {
        if (closed || !free.tryAcquire()) {
            return false;
        }
        try {
            executor.execute(() -> {
                try {
                    work.run();
                } finally {
                    free.release();
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            free.release();
            return false;
        }
    }

    @Override
    public int blockForAvailableThreads() {
        free.acquireUninterruptibly();
        free.release();
        return Math.max(1, free.availablePermits());
    }

    /** Waits for the works that run, so that none is cut in the middle by a clean end. */
    @Override
    public void shutdown(boolean waitForJobsToComplete) {
        closed = true;
        if (waitForJobsToComplete) {
            free.acquireUninterruptibly(size);
            free.release(size);
        }
    }

    /** A thread that Quartz made for its own housekeeping, run on one of the container's. */
    @Override
    public void execute(Thread thread) {
        factory.newThread(thread).start();
    }

    @Override
    public int getPoolSize() {
        return size;
    }

    @Override
    public void initialize() {}

    @Override
    public void setInstanceId(String id) {}

    @Override
    public void setInstanceName(String name) {}
}
