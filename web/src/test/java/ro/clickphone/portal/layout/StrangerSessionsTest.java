package ro.clickphone.portal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrangerSessionsTest {
    private final StrangerSessions sessions = new StrangerSessions();
    private final List<String> ended = new ArrayList<>();

    @Test
    void flood_of_strangers_at_the_sign_in_fills_no_memory_and_ends_the_session_of_nobody_who_has_signed_in() {
        HttpSession owner = session("owner");
        sessions.sessionCreated(new HttpSessionEvent(owner));
        sessions.sessionIdChanged(new HttpSessionEvent(session("owner-signed-in")), "owner");
        IntStream.range(0, StrangerSessions.MOST + 3)
                .forEach(i -> sessions.sessionCreated(new HttpSessionEvent(session("stranger" + i))));
        assertThat(ended).containsExactly("stranger0", "stranger1", "stranger2");
    }

    @Test
    void session_that_is_over_makes_room_for_another_one() {
        HttpSession first = session("first");
        sessions.sessionCreated(new HttpSessionEvent(first));
        IntStream.range(1, StrangerSessions.MOST)
                .forEach(i -> sessions.sessionCreated(new HttpSessionEvent(session("stranger" + i))));
        sessions.sessionDestroyed(new HttpSessionEvent(first));
        sessions.sessionCreated(new HttpSessionEvent(session("last")));
        assertThat(ended).isEmpty();
    }

    private HttpSession session(String id) {
        return (HttpSession) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpSession.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getId" -> id;
                    case "invalidate" -> ended.add(id) ? null : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
