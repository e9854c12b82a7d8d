package ro.clickphone.portal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SameOriginTest {
    private static final String HOST = "pbx.example:8080";

    @Test
    void page_of_somebody_else_opens_no_web_socket() {
        for (String origin :
                new String[] {"https://evil.example", "null", "http://pbx.example", "%", "http://pbx.example:8080.evil"
                }) {
            assertThat(SameOrigin.isForeign("WebSocket", Optional.of(origin), HOST))
                    .as(origin)
                    .isTrue();
        }
    }

    @Test
    void own_page_and_a_program_open_one_and_plain_requests_are_left_to_others() {
        assertThat(SameOrigin.isForeign("websocket", Optional.of("http://PBX.example:8080"), HOST))
                .isFalse();
        assertThat(SameOrigin.isForeign("websocket", Optional.empty(), HOST)).isFalse();
        assertThat(SameOrigin.isForeign(null, Optional.of("https://evil.example"), HOST))
                .isFalse();
    }
}
