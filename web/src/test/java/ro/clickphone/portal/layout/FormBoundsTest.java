package ro.clickphone.portal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormBoundsTest {
    @Test
    void stranger_posts_small_forms_and_a_user_a_price_list() {
        assertThat(FormBounds.refusal("POST", 2_000, false)).isZero();
        assertThat(FormBounds.refusal("POST", FormBounds.OF_STRANGERS + 1, false))
                .isEqualTo(413);
        assertThat(FormBounds.refusal("POST", 32L * 1024 * 1024 + 5_000, true)).isZero();
        assertThat(FormBounds.refusal("POST", FormBounds.OF_USERS + 1, true)).isEqualTo(413);
    }

    @Test
    void form_that_does_not_tell_its_length_is_not_begun() {
        assertThat(FormBounds.refusal("POST", -1, true)).isEqualTo(411);
        assertThat(FormBounds.refusal("GET", -1, false)).isZero();
    }
}
