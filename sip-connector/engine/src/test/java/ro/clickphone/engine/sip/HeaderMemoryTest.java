package ro.clickphone.engine.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.junit.jupiter.api.Test;

class HeaderMemoryTest {
    private static final String ONE_VIA = "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKa;rport\r\n";
    private static final String OTHER_VIA = "Via: SIP/2.0/UDP 192.0.2.2:5060;branch=z9hG4bKb\r\n";

    private final HeaderMemory parser = new HeaderMemory();

    @Test
    void a_line_that_is_said_again_is_read_once() throws ParseException {
        SIPMessage first = read(message(ONE_VIA, "INVITE", "body"));
        SIPMessage second = read(message(ONE_VIA, "INVITE", "a longer body"));
        assertThat(second.getFrom()).isSameAs(first.getFrom());
        assertThat(second.toString())
                .isEqualTo(first.toString().replace("Length: 4", "Length: 13").replace("body", "a longer body"));
    }

    @Test
    void another_value_of_the_same_header_is_another_header() throws ParseException {
        read(message(ONE_VIA, "INVITE", ""));
        SIPRequest other = (SIPRequest) read(message(OTHER_VIA, "BYE", ""));
        assertThat(other.getTopmostVia().getBranch()).isEqualTo("z9hG4bKb");
        assertThat(other.getCSeq().getMethod()).isEqualTo("BYE");
    }

    /** Messages put the lines of a list together, each into a list of its own. */
    @Test
    void a_second_via_of_one_message_is_not_in_the_next_one() throws ParseException {
        read(message(ONE_VIA, "INVITE", ""));
        SIPMessage two = read(message(ONE_VIA + OTHER_VIA, "INVITE", ""));
        SIPMessage one = read(message(ONE_VIA, "INVITE", ""));
        assertThat(two.getViaHeaders()).hasSize(2);
        assertThat(one.getViaHeaders()).hasSize(1);
    }

    @Test
    void two_vias_in_one_line_stay_two() throws ParseException {
        String both = ONE_VIA.trim() + ", SIP/2.0/UDP 192.0.2.2:5060;branch=z9hG4bKb\r\n";
        assertThat(read(message(both, "INVITE", "")).getViaHeaders()).hasSize(2);
        assertThat(read(message(both, "INVITE", "")).getViaHeaders()).hasSize(2);
    }

    /** The body's reader sets it. */
    @Test
    void a_length_that_one_message_states_is_not_another_ones() throws ParseException {
        SIPMessage first = read(message(ONE_VIA, "INVITE", "body"));
        SIPMessage second = read(message(ONE_VIA, "INVITE", "body"));
        assertThat(second.getContentLength()).isNotSameAs(first.getContentLength());
    }

    @Test
    void a_header_that_is_none_is_refused_each_time() {
        String bad = message("Via: nothing at all\r\n", "INVITE", "");
        assertThatThrownBy(() -> read(bad)).isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> read(bad)).isInstanceOf(ParseException.class);
    }

    private SIPMessage read(String text) throws ParseException {
        return parser.parseSIPMessage(
                text.getBytes(StandardCharsets.UTF_8), true, false, (why, message, kind, header, all) -> {
                    throw why;
                });
    }

    private static String message(String vias, String method, String body) {
        return method + " sip:101@example.com SIP/2.0\r\n" + vias
                + "From: \"Ana\" <sip:102@example.com>;tag=a\r\n"
                + "To: <sip:101@example.com>\r\n"
                + "Call-ID: one@192.0.2.1\r\n"
                + "CSeq: 1 " + method + "\r\n"
                + "Contact: <sip:102@192.0.2.1:5060>\r\n"
                + "Max-Forwards: 70\r\n"
                + "Content-Type: text/plain\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
