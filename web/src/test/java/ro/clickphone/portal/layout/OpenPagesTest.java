package ro.clickphone.portal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.faces.event.WebsocketEvent;
import jakarta.websocket.CloseReason.CloseCodes;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.kernel.AccountId;

/** Whom it is worth while to send to. */
class OpenPagesTest {
    private static final AccountId ACCOUNT = new AccountId(53_630);
    private final OpenPages pages = new OpenPages();

    @Test
    void an_account_listens_while_one_of_its_pages_is_open_on_that_channel() {
        assertThat(pages.listen("presence", ACCOUNT)).isFalse();
        pages.opened(page("presence"));
        pages.opened(page("presence"));
        assertThat(pages.listen("presence", ACCOUNT)).isTrue();
        assertThat(pages.listen("credit", ACCOUNT)).isFalse();
        assertThat(pages.listen("presence", new AccountId(53_631))).isFalse();
        pages.closed(page("presence"));
        assertThat(pages.listen("presence", ACCOUNT)).isTrue();
        pages.closed(page("presence"));
        pages.closed(page("presence"));
        assertThat(pages.listen("presence", ACCOUNT)).isFalse();
    }

    private static WebsocketEvent page(String channel) {
        return new WebsocketEvent(channel, "53630", CloseCodes.NORMAL_CLOSURE);
    }
}
