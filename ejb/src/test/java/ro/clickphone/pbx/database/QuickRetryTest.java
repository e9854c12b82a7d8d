package ro.clickphone.pbx.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.world.World;

class QuickRetryTest {
    @Test
    void query_whose_connection_broke_does_not_sleep_before_it_is_tried_again() {
        World world = World.open();
        try {
            DatabaseLogin login =
                    world.asked(db -> (DatabaseLogin) db.unwrap(Session.class).getDatasourceLogin());
            assertThat(login.getDelayBetweenConnectionAttempts()).as("ms").isZero();
        } finally {
            world.close();
        }
    }
}
