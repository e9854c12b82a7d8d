package ro.clickphone.pbx.database;

import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;

/**
 * A query whose connection broke is tried again at once: EclipseLink would sleep five seconds before each of three tries, in
 * the thread of the page or of the call's record. The pool tests what it hands out, so that the next connection is a new one.
 * Named by {@code persistence.xml}.
 */
public final class QuickRetry implements SessionCustomizer {
    @Override
    public void customize(Session session) {
        ((DatabaseLogin) session.getDatasourceLogin()).setDelayBetweenConnectionAttempts(0);
    }
}
