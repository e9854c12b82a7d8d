package ro.clickphone.portal.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class BodyLimitFilterTest {
    @Test
    void body_that_ends_in_the_middle_or_goes_deeper_than_anything_here_is_refused_at_once() {
        for (String body :
                List.of("{\"zzz\":{", "{\"zzz\":[", "[", "{\"a\":1", "[".repeat(60_000), "{\"a\":".repeat(9_000))) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> assertThatThrownBy(() -> BodyLimitFilter.whole(body.getBytes(UTF_8)))
                            .isInstanceOf(JsonException.class));
        }
    }

    @Test
    void whole_one_and_none_pass_as_they_are() {
        for (String body : List.of("", "{}", "{\"number\":109,\"to\":[{\"a\":[1]}]}", "\"text\"", "-1")) {
            assertThat(BodyLimitFilter.whole(body.getBytes(UTF_8)))
                    .asString(UTF_8)
                    .isEqualTo(body);
        }
    }
}
