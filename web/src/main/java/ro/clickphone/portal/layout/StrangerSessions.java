package ro.clickphone.portal.layout;

import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whoever opens the sign-in page gets a session before anybody knows who it is, and a flood of them would fill the memory:
 * of those who have not signed in only the newest are kept. The sign-in gives a session a new id; from then on it counts no
 * more.
 */
@WebListener
public class StrangerSessions implements HttpSessionListener, HttpSessionIdListener {
    /** Of about twelve kilobytes each. */
    static final int MOST = 5000;

    private final Map<String, HttpSession> strangers = new LinkedHashMap<>();

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        // ended outside the lock: that comes back to us as the end of a session
        added(event.getSession()).ifPresent(StrangerSessions::end);
    }

    private synchronized Optional<HttpSession> added(HttpSession session) {
        strangers.put(session.getId(), session);
        if (strangers.size() <= MOST) {
            return Optional.empty();
        }
        Iterator<HttpSession> oldest = strangers.values().iterator();
        HttpSession gone = oldest.next();
        oldest.remove();
        return Optional.of(gone);
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException e) {
            // over already
        }
    }

    @Override
    public synchronized void sessionIdChanged(HttpSessionEvent event, String oldId) {
        strangers.remove(oldId);
    }

    @Override
    public synchronized void sessionDestroyed(HttpSessionEvent event) {
        strangers.remove(event.getSession().getId());
    }
}
