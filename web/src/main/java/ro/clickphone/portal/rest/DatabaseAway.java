package ro.clickphone.portal.rest;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;

/** Tells a database that cannot be reached, which passes by itself, from a fault of ours, which does not. */
final class DatabaseAway {
    /** The container, EclipseLink and the pool each wrap what the driver threw. */
    private static final int MOST_CAUSES = 30;

    private DatabaseAway() {}

    static boolean isSeenIn(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .anyMatch(cause -> cause instanceof SQLNonTransientConnectionException
                        || cause instanceof SQLTransientConnectionException);
    }
}
