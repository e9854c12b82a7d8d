package ro.clickphone.engine.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.clickphone.engine.sdp.Keying.Secrecy;

class SdesTest {
    private static final String KEY = "WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz";
    private static final String OTHER_KEY = "PS1uQCVeeCFCanVmcjkpPywjNWhcYD0mXXtxaVBR";
    private static final String LINE_80 = "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY;
    private static final String LINE_32 = "a=crypto:2 AES_CM_128_HMAC_SHA1_32 inline:" + KEY;
    private static final Pattern CRYPTO = Pattern.compile("a=crypto:(\\d+) (\\w+) inline:(\\S+)");

    private static OfferAnswer leg(Secrecy secrecy) {
        return new OfferAnswer(
                new LocalAudio(OwnAddresses.of("192.0.2.1"), 30_000, 1, Codec.spoken(), LocalAudio.Order.OFFERERS),
                Keying.sdes(secrecy));
    }

    private static String far(String protocol, String... lines) {
        return "v=0\r\no=- 1 1 IN IP4 192.0.2.9\r\ns=-\r\nc=IN IP4 192.0.2.9\r\nt=0 0\r\n" + media(protocol, lines);
    }

    private static String media(String protocol, String... lines) {
        return "m=audio 4000 " + protocol + " 8\r\n" + String.join("\r\n", lines) + "\r\n";
    }

    private static Matcher keyIn(String sdp) {
        Matcher line = CRYPTO.matcher(sdp);
        assertThat(line.find()).as("a key in " + sdp).isTrue();
        return line;
    }

    @Test
    void an_encrypted_offer_is_answered_with_a_key_of_our_own() throws Exception {
        OfferAnswer.Answered answered = leg(Secrecy.IF_POSSIBLE).answer(far("RTP/SAVP", LINE_80, LINE_32), List.of());
        assertThat(answered.text()).contains("m=audio 30000 RTP/SAVP 8\r\n").containsOnlyOnce("a=crypto:");
        Matcher line = keyIn(answered.text());
        Encryption.Keys agreed =
                (Encryption.Keys) answered.agreement().encryption().orElseThrow();
        assertThat(line.group(1)).isEqualTo("1");
        assertThat(agreed.suite()).isEqualTo(CryptoSuite.AES_CM_128_HMAC_SHA1_80);
        assertThat(agreed.theirs()).isEqualTo(KEY);
        assertThat(agreed.ours()).isEqualTo(line.group(3)).isNotEqualTo(KEY);
        assertThat(Encryption.bytes(agreed.ours())).hasSize(30);
    }

    @Test
    void the_offerers_first_suite_that_we_know_is_taken() throws Exception {
        String unknown = "a=crypto:1 AES_256_CM_HMAC_SHA1_80 inline:" + KEY;
        OfferAnswer.Answered answered = leg(Secrecy.REQUIRED).answer(far("RTP/SAVP", unknown, LINE_32), List.of());
        assertThat(answered.text()).contains("a=crypto:2 AES_CM_128_HMAC_SHA1_32 inline:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEVER", "IF_POSSIBLE", "REQUIRED"})
    void an_encrypted_offer_is_never_answered_in_clear(Secrecy secrecy) {
        assertThatThrownBy(() -> leg(secrecy).answer(far("RTP/SAVP"), List.of()))
                .isInstanceOf(SdpException.class);
    }

    @Test
    void an_encrypted_offer_is_refused_where_encryption_is_off() {
        assertThatThrownBy(() -> leg(Secrecy.NEVER).answer(far("RTP/SAVP", LINE_80), List.of()))
                .isInstanceOf(SdpException.class);
    }

    @Test
    void an_offer_in_clear_is_refused_where_encryption_is_required() {
        assertThatThrownBy(() -> leg(Secrecy.REQUIRED).answer(far("RTP/AVP"), List.of()))
                .isInstanceOf(SdpException.class);
    }

    @Test
    void an_offer_in_clear_is_answered_in_clear_where_encryption_is_optional() throws Exception {
        OfferAnswer.Answered answered = leg(Secrecy.IF_POSSIBLE).answer(far("RTP/AVP"), List.of());
        assertThat(answered.text()).doesNotContain("a=crypto");
        assertThat(answered.agreement().encryption()).isEmpty();
    }

    @Test
    void keys_beside_a_clear_protocol_are_taken_up() throws Exception {
        OfferAnswer.Answered answered = leg(Secrecy.REQUIRED).answer(far("RTP/AVP", LINE_80), List.of());
        assertThat(answered.text()).contains("RTP/AVP").contains("a=crypto:1 ");
        assertThat(answered.agreement().encryption()).isPresent();
    }

    @Test
    void keys_beside_a_clear_protocol_are_passed_over_where_encryption_is_off() throws Exception {
        OfferAnswer.Answered answered = leg(Secrecy.NEVER).answer(far("RTP/AVP", LINE_80), List.of());
        assertThat(answered.text()).doesNotContain("a=crypto");
        assertThat(answered.agreement().encryption()).isEmpty();
    }

    @Test
    void of_two_lines_the_encrypted_one_is_taken() throws Exception {
        OfferAnswer.Answered answered =
                leg(Secrecy.IF_POSSIBLE).answer(far("RTP/AVP") + media("RTP/SAVP", LINE_80), List.of());
        assertThat(answered.text()).contains("m=audio 0 RTP/AVP 8").contains("m=audio 30000 RTP/SAVP 8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|2^20|1:4",
                "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|1:4",
                "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + ";inline:" + OTHER_KEY,
                "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + " UNENCRYPTED_SRTP",
                "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + " KDR=1",
                "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:c2hvcnQ=",
                "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:***",
                "a=crypto:1 AES_CM_128_HMAC_SHA1_80",
                "a=crypto:x AES_CM_128_HMAC_SHA1_80 inline:" + KEY,
                "a=crypto:",
            })
    void a_key_that_we_cannot_keep_to_is_none(String line) {
        assertThatThrownBy(() -> leg(Secrecy.IF_POSSIBLE).answer(far("RTP/SAVP", line), List.of()))
                .isInstanceOf(SdpException.class);
    }

    @Test
    void a_lifetime_and_a_hint_on_replays_do_not_disturb() throws Exception {
        assertThat(leg(Secrecy.REQUIRED)
                        .answer(far("RTP/SAVP", LINE_80 + "|2^31 WSH=128"), List.of())
                        .agreement()
                        .encryption())
                .isPresent();
    }

    @Test
    void a_required_offer_says_so_and_an_optional_one_leaves_the_choice() {
        assertThat(leg(Secrecy.REQUIRED).offer(List.of()))
                .contains("RTP/SAVP")
                .contains("a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:")
                .contains("a=crypto:2 AES_CM_128_HMAC_SHA1_32 inline:");
        assertThat(leg(Secrecy.IF_POSSIBLE).offer(List.of()))
                .contains("RTP/AVP")
                .contains("a=crypto:1 ");
        assertThat(leg(Secrecy.NEVER).offer(List.of())).contains("RTP/AVP").doesNotContain("a=crypto");
    }

    @Test
    void an_answer_chooses_among_our_keys() throws Exception {
        OfferAnswer leg = leg(Secrecy.REQUIRED);
        Matcher second = keyIn(leg.offer(List.of()));
        assertThat(second.find()).isTrue();
        Encryption.Keys agreed = (Encryption.Keys)
                leg.accept(far("RTP/SAVP", LINE_32)).encryption().orElseThrow();
        assertThat(agreed.suite()).isEqualTo(CryptoSuite.AES_CM_128_HMAC_SHA1_32);
        assertThat(agreed.ours()).isEqualTo(second.group(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=crypto:3 AES_CM_128_HMAC_SHA1_80 inline:" + KEY,
                "a=crypto:1 AES_CM_128_HMAC_SHA1_32 inline:" + KEY,
                "a=x",
            })
    void an_answer_with_a_key_that_we_did_not_offer_is_unusable(String line) {
        OfferAnswer leg = leg(Secrecy.REQUIRED);
        leg.offer(List.of());
        assertThatThrownBy(() -> leg.accept(far("RTP/SAVP", line))).isInstanceOf(SdpException.class);
    }

    @Test
    void an_optional_offer_may_be_answered_in_clear() throws Exception {
        OfferAnswer leg = leg(Secrecy.IF_POSSIBLE);
        leg.offer(List.of());
        assertThat(leg.accept(far("RTP/AVP")).encryption()).isEmpty();
    }

    @Test
    void keys_that_nobody_asked_for_in_the_answer_to_a_clear_offer_leave_the_call_clear() throws Exception {
        OfferAnswer leg = leg(Secrecy.NEVER);
        leg.offer(List.of());
        assertThat(leg.accept(far("RTP/AVP", LINE_80)).encryption()).isEmpty();

        leg.offer(List.of());
        assertThatThrownBy(() -> leg.accept(far("RTP/SAVP", LINE_80))).isInstanceOf(SdpException.class);
    }

    @Test
    void a_later_offer_is_as_encrypted_as_the_answer_before() throws Exception {
        OfferAnswer leg = leg(Secrecy.IF_POSSIBLE);
        leg.offer(List.of());
        leg.accept(far("RTP/SAVP", LINE_80));
        assertThat(leg.offer(List.of())).contains("m=audio 30000 RTP/SAVP ");
    }

    @Test
    void a_required_offer_may_not_be_answered_in_clear() {
        OfferAnswer leg = leg(Secrecy.REQUIRED);
        leg.offer(List.of());
        assertThatThrownBy(() -> leg.accept(far("RTP/AVP"))).isInstanceOf(SdpException.class);
    }

    @Test
    void keys_stay_in_a_later_offer_and_change_with_those_of_the_far_end() throws Exception {
        OfferAnswer leg = leg(Secrecy.REQUIRED);
        Optional<Encryption> first =
                leg.answer(far("RTP/SAVP", LINE_80), List.of()).agreement().encryption();
        String ours = ((Encryption.Keys) first.orElseThrow()).ours();
        assertThat(keyIn(leg.offer(List.of())).group(3)).isEqualTo(ours);
        Optional<Encryption> held = leg.answer(far("RTP/SAVP", LINE_80, "a=sendonly"), List.of())
                .agreement()
                .encryption();
        assertThat(held).isEqualTo(first);
        Encryption.Keys anew = (Encryption.Keys) leg.answer(far("RTP/SAVP", LINE_80.replace(KEY, OTHER_KEY)), List.of())
                .agreement()
                .encryption()
                .orElseThrow();
        assertThat(anew.theirs()).isEqualTo(OTHER_KEY);
        assertThat(anew.ours()).isNotEqualTo(ours);
    }

    @Test
    void what_cannot_be_used_leaves_the_keys_as_they_were() throws Exception {
        OfferAnswer leg = leg(Secrecy.REQUIRED);
        Encryption.Keys first = (Encryption.Keys) leg.answer(far("RTP/SAVP", LINE_80), List.of())
                .agreement()
                .encryption()
                .orElseThrow();
        String toNowhere = far("RTP/SAVP", LINE_80.replace(KEY, OTHER_KEY)).replace("192.0.2.9", "224.0.0.1");
        assertThatThrownBy(() -> leg.answer(toNowhere, List.of())).isInstanceOf(SdpException.class);
        assertThat(keyIn(leg.offer(List.of())).group(3)).isEqualTo(first.ours());
    }

    @Test
    void no_key_stands_in_what_may_be_logged() throws Exception {
        assertThat(leg(Secrecy.REQUIRED)
                        .answer(far("RTP/SAVP", LINE_80), List.of())
                        .agreement()
                        .toString())
                .doesNotContain(KEY);
    }
}
