package ro.clickphone.portal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageNonceTest {
    private static final String NONCE = "YjBkYzVkY2UtMDc1Zi00MjQ0LWFkMDItM2UwMzU3YWJhODVm";

    @Test
    void form_with_another_nonce_than_its_page_or_with_none_is_not_of_the_page() {
        assertThat(PageNonce.isOf(NONCE, NONCE)).isTrue();
        assertThat(PageNonce.isOf(NONCE, "x")).isFalse();
        assertThat(PageNonce.isOf(NONCE, "")).isFalse();
    }

    @Test
    void page_that_has_none_yet_takes_nothing_that_cannot_be_one() {
        assertThat(PageNonce.isOf("", NONCE)).isTrue();
        assertThat(PageNonce.isOf("", "x")).isFalse();
        assertThat(PageNonce.isOf("", "")).isFalse();
        assertThat(PageNonce.isOf("", "bm90IG9uZQ==")).isFalse();
    }
}
