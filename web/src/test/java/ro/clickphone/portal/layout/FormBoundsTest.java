package ro.clickphone.portal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormBoundsTest {
    private static final String FORM = "multipart/form-data; boundary=x";

    @Test
    void stranger_posts_small_forms_and_a_user_a_price_list() {
        assertThat(FormBounds.refusal("POST", FORM, 2_000, false)).isZero();
        assertThat(FormBounds.refusal("POST", FORM, FormBounds.OF_STRANGERS + 1, false))
                .isEqualTo(413);
        assertThat(FormBounds.refusal("POST", FORM, 32L * 1024 * 1024 + 5_000, true))
                .isZero();
        assertThat(FormBounds.refusal("POST", FORM, FormBounds.OF_USERS + 1, true))
                .isEqualTo(413);
    }

    @Test
    void form_that_does_not_tell_its_length_is_not_begun() {
        assertThat(FormBounds.refusal("POST", FORM, -1, true)).isEqualTo(411);
        assertThat(FormBounds.refusal("GET", "", -1, false)).isZero();
    }

    @Test
    void form_whose_parts_nobody_can_tell_is_a_bad_request_and_no_fault_of_ours() {
        assertThat(FormBounds.refusal("POST", "multipart/form-data", 20, false)).isEqualTo(400);
        assertThat(FormBounds.refusal("POST", "Multipart/Mixed; Boundary=a", 20, false))
                .isZero();
        assertThat(FormBounds.refusal("POST", "", 20, false)).isZero();
    }

    @Test
    void letters_that_nobody_knows_are_refused_before_a_page_is_made() {
        assertThat(FormBounds.refusal("POST", "text/plain; charset=no-such", 20, true))
                .isEqualTo(415);
        assertThat(FormBounds.refusal("GET", "text/plain; charset=\"\u0000\"", 0, false))
                .isEqualTo(415);
        assertThat(FormBounds.refusal("POST", "application/x-www-form-urlencoded; charset=\"UTF-8\"", 20, true))
                .isZero();
    }
}
