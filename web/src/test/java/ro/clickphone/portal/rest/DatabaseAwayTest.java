package ro.clickphone.portal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLSyntaxErrorException;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {
    @Test
    void a_broken_connection_is_seen_through_all_that_is_wrapped_around_it() {
        Throwable wrapped = new SQLNonTransientConnectionException("(conn=7) Socket error");
        for (int layer = 0; layer < 12; layer++) {
            wrapped = new IllegalStateException("layer " + layer, wrapped);
        }
        assertThat(DatabaseAway.isSeenIn(wrapped)).isTrue();
    }

    @Test
    void a_statement_that_the_database_refuses_is_a_fault() {
        assertThat(DatabaseAway.isSeenIn(new IllegalStateException(new SQLSyntaxErrorException("no such column"))))
                .isFalse();
        assertThat(DatabaseAway.isSeenIn(new SQLException("duplicate"))).isFalse();
    }

    @Test
    void causes_that_go_in_circles_are_left_after_a_while() {
        Exception one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("the other", one));
        assertThat(DatabaseAway.isSeenIn(one)).isFalse();
    }
}
