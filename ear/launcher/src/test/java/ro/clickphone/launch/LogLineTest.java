package ro.clickphone.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogLineTest {
    private final LogLine line = new LogLine();

    @Test
    void event_is_one_line_with_its_time_level_logger_and_words() {
        LogRecord event = event("call {0} arrived");
        event.setParameters(new Object[] {"17"});
        assertThat(line.format(event))
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d{4} INFO    pbx: call 17 arrived\\R");
    }

    @Test
    void stranger_s_line_break_begins_no_line_of_its_own() {
        assertThat(line.format(event("from \"x\r\n2026 SEVERE faked\"")))
                .hasLineCount(1)
                .contains("from \"x  2026 SEVERE faked\"");
    }

    @Test
    void failure_s_stack_follows() {
        LogRecord event = event("failed");
        event.setThrown(new IllegalStateException("away"));
        assertThat(line.format(event)).contains("pbx: failed").contains("IllegalStateException: away");
    }

    @Test
    void address_nobody_can_read_fills_the_log_with_one_line_and_no_stack() {
        IllegalArgumentException unreadable = new IllegalArgumentException("Illegal hex characters - %zz\n2026 faked");
        unreadable.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("org.glassfish.grizzly.http.util.URLDecoder", "decode", "URLDecoder.java", 199)
        });
        LogRecord event = event("An error occurred");
        event.setThrown(unreadable);
        assertThat(line.format(event)).hasLineCount(1).contains("An error occurred: Illegal hex characters - %zz");
    }

    @Test
    void words_that_hold_a_whole_stack_are_cut() {
        assertThat(line.format(event("x".repeat(9_000)))).hasSizeLessThan(2_100).contains("x…");
    }

    private static LogRecord event(String words) {
        LogRecord event = new LogRecord(Level.INFO, words);
        event.setLoggerName("pbx");
        return event;
    }
}
