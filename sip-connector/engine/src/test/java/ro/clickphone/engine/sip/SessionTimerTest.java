package ro.clickphone.engine.sip;

import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** RFC 4028, without waiting for it. */
class SessionTimerTest {
    private final TreeMap<Duration, List<Runnable>> due = new TreeMap<>();
    private final List<String> happened = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private final SessionTimer timer = new SessionTimer(this::after, new SessionTimer.Session() {
        @Override
        public void refresh() {
            happened.add("refresh at " + now.toSeconds());
        }

        @Override
        public void expired() {
            happened.add("expired at " + now.toSeconds());
        }
    });

    private Runnable after(Duration time, Runnable task) {
        List<Runnable> then = due.computeIfAbsent(now.plus(time), when -> new ArrayList<>());
        then.add(task);
        return () -> then.remove(task);
    }

    private void pass(long seconds) {
        Duration until = now.plusSeconds(seconds);
        while (!due.isEmpty() && due.firstKey().compareTo(until) <= 0) {
            now = due.firstKey();
            due.pollFirstEntry().getValue().forEach(Runnable::run);
        }
        now = until;
    }

    private static SessionTerms terms(String headers) throws Exception {
        String text = "UPDATE sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP a;branch=z9hG4bK1\r\nFrom: <sip:a@b>;tag=1\r\n"
                + "To: <sip:b@c>;tag=2\r\nCall-ID: x\r\nCSeq: 1 UPDATE\r\n" + headers + "Content-Length: 0\r\n\r\n";
        return SessionTerms.of((SIPRequest)
                new StringMsgParser().parseSIPMessage(text.getBytes(StandardCharsets.UTF_8), true, false, null));
    }

    private static String text(Headers headers) {
        StringBuilder text = new StringBuilder();
        headers.appendTo(text);
        return text.toString();
    }

    @Test
    void phone_that_asks_to_refresh_does_so_and_ends_the_leg_when_it_stops() throws Exception {
        SessionTerms asked = terms("Supported: timer\r\nSession-Expires: 120;refresher=uac\r\n");
        assertThat(text(timer.answer(asked))).isEqualTo("Session-Expires: 120;refresher=uac\r\nRequire: timer\r\n");
        pass(80);
        timer.answer(asked);
        pass(87);
        assertThat(happened).isEmpty();
        pass(2);
        assertThat(happened).containsExactly("expired at 168");
    }

    @Test
    void we_refresh_at_half_time_when_it_is_left_to_us() throws Exception {
        SessionTerms asked = terms("Supported: timer\r\nSession-Expires: 90;refresher=uas\r\n");
        assertThat(text(timer.answer(asked))).isEqualTo("Session-Expires: 90;refresher=uas\r\n");
        pass(46);
        assertThat(happened).containsExactly("refresh at 45");
        assertThat(text(timer.renewal())).startsWith("Session-Expires: 90;refresher=uac\r\n");
        timer.agreed(terms("Session-Expires: 90;refresher=uac\r\n"));
        pass(46);
        assertThat(happened).containsExactly("refresh at 45", "refresh at 91");
    }

    @Test
    void refused_refresh_is_tried_again_until_the_session_is_over() throws Exception {
        timer.answer(terms("Supported: timer\r\nSession-Expires: 90;refresher=uas\r\n"));
        pass(45);
        for (int tries = 0; tries < 20; tries++) {
            timer.refreshLater();
            pass(4);
        }
        assertThat(happened).contains("refresh at 49", "refresh at 57", "expired at 60");
    }

    @Test
    void phone_that_knows_timers_and_asks_for_none_gets_the_usual_one() throws Exception {
        assertThat(text(timer.answer(terms("Supported: replaces, timer\r\n"))))
                .isEqualTo("Session-Expires: 1800;refresher=uac\r\nRequire: timer\r\n");
    }

    @Test
    void phone_that_knows_nothing_of_timers_is_left_alone() throws Exception {
        assertThat(text(timer.answer(terms("Supported: replaces\r\n")))).isEmpty();
        pass(4000);
        assertThat(happened).isEmpty();
    }

    @Test
    void timer_that_a_proxy_put_in_is_refreshed_by_us() throws Exception {
        assertThat(text(timer.answer(terms("Session-Expires: 600\r\n"))))
                .isEqualTo("Session-Expires: 600;refresher=uas\r\n");
    }

    @Test
    void too_short_is_said_only_to_those_who_can_ask_for_longer() throws Exception {
        assertThat(terms("Supported: timer\r\nSession-Expires: 89\r\n").areTooShort())
                .isTrue();
        assertThat(terms("Session-Expires: 89\r\n").areTooShort()).isFalse();
        assertThat(terms("Supported: timer\r\nx: 90;refresher=uac\r\n").areTooShort())
                .isFalse();
    }

    @Test
    void longer_least_of_the_far_end_is_taken() throws Exception {
        assertThat(timer.tooShort(terms("Min-SE: 3600\r\n"))).isTrue();
        assertThat(text(timer.offer())).isEqualTo("Session-Expires: 3600\r\nMin-SE: 3600\r\n");
        assertThat(timer.tooShort(terms("Min-SE: 3600\r\n"))).isFalse();
    }

    @Test
    void far_end_that_answers_with_no_time_at_all_does_not_make_us_ask_without_end() throws Exception {
        for (int answers = 0; answers < 3; answers++) {
            timer.agreed(terms("Session-Expires: 0;refresher=uac\r\n"));
            pass(5);
        }
        assertThat(happened).containsExactly("refresh at 5", "refresh at 10", "refresh at 15");
    }

    @Test
    void far_end_that_wants_no_timer_any_more_ends_it() throws Exception {
        timer.agreed(terms("Session-Expires: 90\r\n"));
        timer.agreed(terms(""));
        pass(4000);
        assertThat(happened).isEmpty();
    }
}
