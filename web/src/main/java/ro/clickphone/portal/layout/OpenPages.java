package ro.clickphone.portal.layout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.faces.event.WebsocketEvent;
import jakarta.faces.event.WebsocketEvent.Closed;
import jakarta.faces.event.WebsocketEvent.Opened;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ro.clickphone.pbx.kernel.AccountId;

/**
 * Which accounts have a page open that listens. Who has none is sent nothing: to send looks through every jar for a
 * writer of JSON each time, whether somebody listens or not, and calls are what is told most.
 */
@ApplicationScoped
public class OpenPages {
    private final Map<String, Integer> listening = new ConcurrentHashMap<>();

    void opened(@Observes @Opened WebsocketEvent page) {
        listening.merge(place(page.getChannel(), page.getUser()), 1, Integer::sum);
    }

    void closed(@Observes @Closed WebsocketEvent page) {
        listening.computeIfPresent(
                place(page.getChannel(), page.getUser()), (same, count) -> count > 1 ? count - 1 : null);
    }

    public boolean listen(String channel, AccountId account) {
        return listening.containsKey(place(channel, account));
    }

    private static String place(String channel, Object user) {
        return channel + ' ' + user;
    }
}
