package ro.clickphone.pbx.jobs;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SchedulerException;

/** The store keeps names; what they mean is looked up when they fire. */
@DisallowConcurrentExecution
public class TimedJob implements Job {
    static final String WORKS = "works";

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        String name = context.getJobDetail().getKey().getName();
        try {
            Works works = (Works) context.getScheduler().getContext().get(WORKS);
            works.run(name, context.getScheduledFireTime().toInstant());
        } catch (SchedulerException e) {
            throw new JobExecutionException("no works in the scheduler's context", e);
        }
    }

    /** By name. */
    interface Works {
        void run(String name, java.time.Instant planned);
    }
}
