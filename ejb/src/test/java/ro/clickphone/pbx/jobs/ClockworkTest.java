package ro.clickphone.pbx.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.world.World;

class ClockworkTest {
    @Test
    void every_work_of_the_timetable_is_planned_in_the_store_and_an_old_one_is_forgotten() {
        try (World world = World.open()) {
            world.asked(db -> db.createNativeQuery(
                            "INSERT INTO QRTZ_JOB_DETAILS (SCHED_NAME, JOB_NAME, JOB_GROUP,"
                                    + " JOB_CLASS_NAME, IS_DURABLE, IS_NONCONCURRENT, IS_UPDATE_DATA, REQUESTS_RECOVERY) VALUES"
                                    + " ('pbx', 'of-last-year', 'works', 'ro.clickphone.pbx.jobs.TimedJob', '1', '1', '0', '1')")
                    .executeUpdate());
            Clockwork clockwork = world.the(Clockwork.class);

            clockwork.start();

            assertThat(world.number("SELECT COUNT(*) FROM QRTZ_CRON_TRIGGERS WHERE TIME_ZONE_ID = 'Europe/Bucharest'"))
                    .isEqualTo(world.the(Timetable.class).works().size());
            assertThat(world.number("SELECT COUNT(*) FROM QRTZ_JOB_DETAILS WHERE JOB_NAME = 'of-last-year'"))
                    .isZero();
            clockwork.stop();
        }
    }
}
