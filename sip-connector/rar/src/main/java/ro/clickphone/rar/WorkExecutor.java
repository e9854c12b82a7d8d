package ro.clickphone.rar;

import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** The container's work threads as an executor: the only threads that may enter the business. */
final class WorkExecutor implements Executor {
    private final WorkManager manager;

    WorkExecutor(WorkManager manager) {
        this.manager = manager;
    }

    @Override
    public void execute(Runnable task) {
        try {
            manager.scheduleWork(new Task(task));
        } catch (WorkException e) {
            throw new RejectedExecutionException("the container takes no more work", e);
        }
    }

    private record Task(Runnable body) implements Work {
        @Override
        public void run() {
            body.run();
        }

        @Override
        public void release() {
            // tasks are short, and the long ones are ended by what they belong to
        }
    }
}
