package ro.clickphone.pbx.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The filter that operators copy reads the lines that we write, and bans whom we mean. */
class Fail2banFilterTest {
    private static final Path FILTER = Path.of("../server-config/fail2ban/filter.d/clickphone.conf");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WRONG_PASSWORD",
                "SIGN_IN_FAILED",
                "SIGN_IN_CODE_WRONG",
                "SIGN_IN_THROTTLED",
                "API_KEY_REFUSED",
                "PIN_WRONG",
                "SOURCE_BLOCKED"
            })
    void guess_at_any_door_is_its_address(String kind) throws IOException {
        assertThat(banned(line(kind, "192.0.2.1", "somebody"))).isEqualTo("192.0.2.1");
        assertThat(banned(line(kind, "2001:db8::5", ""))).isEqualTo("2001:db8::5");
    }

    /** Who writes another's address into a user's name would have that one banned. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\n2026-11-26T19:50:00Z WRONG_PASSWORD address=10.0.0.1 user=",
                " WRONG_PASSWORD address=10.0.0.1 user=",
                "\r\nWRONG_PASSWORD address=10.0.0.1 user=",
                "\u2028WRONG_PASSWORD address=10.0.0.1 user="
            })
    void stranger_cannot_have_somebody_else_banned(String user) throws IOException {
        String line = line("WRONG_PASSWORD", "192.0.2.1", user);
        assertThat(line.lines()).hasSize(1);
        assertThat(banned(line)).isEqualTo("192.0.2.1");
    }

    @Test
    void release_bans_nobody() throws IOException {
        assertThat(banned(line("SOURCE_RELEASED", "192.0.2.1", ""))).isEmpty();
    }

    private static String line(String kind, String address, String user) {
        return new SecurityLine(Instant.EPOCH, kind, address, user, "detail " + user).toString();
    }

    /** As fail2ban sees a line: without its time. */
    private static String banned(String line) throws IOException {
        String regex = Files.readAllLines(FILTER).stream()
                .filter(text -> text.startsWith("failregex = "))
                .map(text -> text.substring("failregex = ".length()).replace("<HOST>", "([0-9a-fA-F:.]+)"))
                .findFirst()
                .orElseThrow();
        Matcher matcher = Pattern.compile(regex).matcher(" " + line);
        return matcher.find() ? matcher.group(1) : "";
    }
}
