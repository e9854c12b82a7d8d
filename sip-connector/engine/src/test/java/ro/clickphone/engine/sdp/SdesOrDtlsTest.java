package ro.clickphone.engine.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.clickphone.engine.sdp.Keying.Secrecy;

class SdesOrDtlsTest {
    private static final String OURS = "0A:".repeat(31) + "0A";
    private static final String THEIRS = "C5:".repeat(31) + "C5";
    private static final String SHOWN = "a=fingerprint:SHA-256 " + THEIRS.toLowerCase(Locale.ROOT);
    private static final String KEY =
            "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz";
    private static final Encryption BY_HANDSHAKE = new Encryption.PhoneHandshake(THEIRS);

    private static OfferAnswer leg(Secrecy secrecy) {
        return new OfferAnswer(
                new LocalAudio(OwnAddresses.of("192.0.2.1"), 30_000, 1, Codec.spoken(), LocalAudio.Order.OFFERERS),
                Keying.phone(secrecy, OURS));
    }

    private static String far(String protocol, String... lines) {
        return "v=0\r\no=- 1 1 IN IP4 192.0.2.9\r\ns=-\r\nc=IN IP4 192.0.2.9\r\nt=0 0\r\nm=audio 4000 " + protocol
                + " 8\r\n" + String.join("\r\n", lines) + "\r\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"UDP/TLS/RTP/SAVP", "UDP/TLS/RTP/SAVPF", "RTP/SAVP", "RTP/AVP"})
    void fingerprint_is_answered_with_ours_by_the_end_that_waits(String protocol) throws Exception {
        OfferAnswer.Answered answered = leg(Secrecy.NEVER).answer(far(protocol, SHOWN, "a=setup:actpass"), List.of());
        assertThat(answered.text())
                .contains(" " + protocol + " 8\r\n")
                .contains("a=fingerprint:sha-256 " + OURS + "\r\n", "a=setup:passive\r\n")
                .doesNotContain("a=crypto", "a=ice", "a=candidate", "a=rtcp-mux");
        assertThat(answered.agreement().encryption()).contains(BY_HANDSHAKE);
        assertThat(answered.agreement().rtp()).as("its place, as it said").isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=setup:passive", "a=setup:holdconn"})
    void who_waits_for_us_to_begin_would_wait_for_ever_and_is_refused(String setup) {
        assertThatThrownBy(() -> leg(Secrecy.IF_POSSIBLE).answer(far("UDP/TLS/RTP/SAVP", SHOWN, setup), List.of()))
                .isInstanceOf(SdpException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=x", "a=fingerprint:sha-1 C5:C5", "a=fingerprint:sha-256 C5:C5", KEY})
    void handshake_without_a_fingerprint_that_can_be_checked_is_refused(String line) {
        assertThatThrownBy(() -> leg(Secrecy.IF_POSSIBLE).answer(far("UDP/TLS/RTP/SAVP", line), List.of()))
                .isInstanceOf(SdpException.class);
    }

    @Test
    void keys_are_taken_where_both_are_offered() throws Exception {
        assertThat(leg(Secrecy.REQUIRED)
                        .answer(far("RTP/SAVP", KEY, SHOWN), List.of())
                        .agreement()
                        .encryption()
                        .orElseThrow())
                .isInstanceOf(Encryption.Keys.class);
    }

    @Test
    void where_keys_would_be_read_on_their_way_a_phone_in_clear_is_still_taken() throws Exception {
        assertThat(leg(Secrecy.NEVER)
                        .answer(far("RTP/AVP", KEY), List.of())
                        .agreement()
                        .encryption())
                .isEmpty();
    }

    @Test
    void our_first_offer_has_all_and_a_later_one_what_was_chosen() throws Exception {
        OfferAnswer leg = leg(Secrecy.IF_POSSIBLE);
        assertThat(leg.offer(List.of()))
                .contains(" RTP/AVP ", "a=crypto:1 ", "a=fingerprint:sha-256 " + OURS, "a=setup:actpass");
        Agreement agreed = leg.accept(far("UDP/TLS/RTP/SAVP", SHOWN, "a=setup:active"));
        assertThat(agreed.encryption()).contains(BY_HANDSHAKE);
        assertThat(leg.offer(List.of()))
                .contains(" UDP/TLS/RTP/SAVP ", "a=fingerprint:sha-256 " + OURS, "a=setup:actpass")
                .doesNotContain("a=crypto");
    }

    @Test
    void after_keys_or_nothing_no_handshake_is_offered_any_more() throws Exception {
        OfferAnswer leg = leg(Secrecy.IF_POSSIBLE);
        leg.offer(List.of());
        leg.accept(far("RTP/AVP"));
        assertThat(leg.offer(List.of())).doesNotContain("a=fingerprint", "a=setup");
    }

    @Test
    void what_must_be_encrypted_is_by_either() throws Exception {
        OfferAnswer leg = leg(Secrecy.REQUIRED);
        leg.offer(List.of());
        assertThat(leg.accept(far("RTP/SAVP", SHOWN, "a=setup:active")).encryption())
                .contains(BY_HANDSHAKE);
        OfferAnswer other = leg(Secrecy.REQUIRED);
        other.offer(List.of());
        assertThatThrownBy(() -> other.accept(far("RTP/AVP"))).isInstanceOf(SdpException.class);
    }
}
