package ro.clickphone.pbx.jobs;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * Quartz with its clustered store in the exchange's own database: each work runs on one node, one that was missed while
 * all were down is made up for once, one that a node died in is run again by another.
 */
@ApplicationScoped
class Clockwork {
    private static final Logger LOG = Logger.getLogger(Clockwork.class.getName());
    private static final String NAME = "pbx";
    private static final String GROUP = "works";
    private static final TimeZone BUCHAREST = TimeZone.getTimeZone("Europe/Bucharest");
    private static final int THREADS = 4;
    private static final long IDLE_MILLIS = 30_000;
    private static final long DATABASE_AWAY_MILLIS = 15_000;

    @Resource(lookup = "java:app/jdbc/pbx")
    private DataSource database;

    @Resource
    private ManagedExecutorService executor;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Timetable timetable;

    private Optional<Scheduler> running = Optional.empty();

    /** After the migrations. @throws IllegalStateException when the store cannot be used */
    void start() {
        try {
            Scheduler scheduler = scheduler();
            Map<String, TimedWork> works =
                    timetable.works().stream().collect(Collectors.toMap(TimedWork::name, Function.identity()));
            scheduler.getContext().put(TimedJob.WORKS, (TimedJob.Works) (name, planned) -> run(works, name, planned));
            for (TimedWork work : works.values()) {
                plan(scheduler, work);
            }
            for (JobKey known : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP))) {
                if (!works.containsKey(known.getName())) {
                    scheduler.deleteJob(known);
                }
            }
            scheduler.start();
            running = Optional.of(scheduler);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the clockwork does not start", e);
        }
    }

    @PreDestroy
    void stop() {
        running.ifPresent(scheduler -> {
            try {
                scheduler.shutdown(true);
            } catch (SchedulerException e) {
                LOG.log(Level.WARNING, "the clockwork did not end cleanly", e);
            }
        });
    }

    private Scheduler scheduler() throws SchedulerException {
        DBConnectionManager.getInstance().addConnectionProvider(NAME, connections());
        ManagedThreads managed = new ManagedThreads(executor, threads, THREADS);
        String node = ManagementFactory.getRuntimeMXBean().getName() + "-" + System.currentTimeMillis();
        JobStoreTX store = new JobStoreTX();
        store.setDataSource(NAME);
        store.setIsClustered(true);
        store.setInstanceName(NAME);
        store.setInstanceId(node);
        store.setThreadExecutor(managed);
        DirectSchedulerFactory factory = DirectSchedulerFactory.getInstance();
        factory.createScheduler(
                NAME, node, managed, managed, store, null, null, 0, IDLE_MILLIS, DATABASE_AWAY_MILLIS, false, null);
        return factory.getScheduler(NAME);
    }

    /** A plan that is there already stays, with what it missed. */
    private static void plan(Scheduler scheduler, TimedWork work) throws SchedulerException {
        JobDetail job = JobBuilder.newJob(TimedJob.class)
                .withIdentity(work.name(), GROUP)
                .storeDurably()
                .requestRecovery()
                .build();
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(work.name(), GROUP)
                .forJob(job)
                .withSchedule(CronScheduleBuilder.cronSchedule(work.cron())
                        .inTimeZone(BUCHAREST)
                        .withMisfireHandlingInstructionFireAndProceed())
                .build();
        scheduler.addJob(job, true);
        TriggerKey key = trigger.getKey();
        if (!scheduler.checkExists(key)) {
            scheduler.scheduleJob(trigger);
        } else if (!(scheduler.getTrigger(key) instanceof CronTrigger known)
                || !known.getCronExpression().equals(work.cron())) {
            scheduler.rescheduleJob(key, trigger);
        }
    }

    private static void run(Map<String, TimedWork> works, String name, Instant planned) {
        TimedWork work = works.get(name);
        if (work == null) {
            return; // an older node's plan, in a cluster of two versions
        }
        try {
            work.act().at(planned);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "the work " + name + " planned for " + planned + " failed", e);
        }
    }

    private ConnectionProvider connections() {
        return new ConnectionProvider() {
            @Override
            public java.sql.Connection getConnection() throws java.sql.SQLException {
                return database.getConnection();
            }

            @Override
            public void initialize() {}

            @Override
            public void shutdown() {}
        };
    }
}
