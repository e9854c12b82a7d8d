package ro.clickphone.engine.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingsTest {
    private static final String HEAD = "v=0\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n";
    private static final String KEYS = "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x\r\n";
    private static final String HANDSHAKE = "a=fingerprint:sha-256 AB\r\na=setup:actpass\r\n";

    private static String audio(String protocol, String lines) {
        return HEAD + "m=audio 30000 " + protocol + " 8\r\n" + lines + "a=sendrecv\r\n";
    }

    @Test
    void phone_is_asked_in_clear_first_and_by_handshake_when_it_refuses() {
        assertThat(Wordings.of(audio("RTP/AVP", HANDSHAKE)))
                .containsExactly(audio("RTP/AVP", ""), audio("UDP/TLS/RTP/SAVP", HANDSHAKE));
    }

    @Test
    void where_keys_may_travel_they_are_offered_in_between() {
        assertThat(Wordings.of(audio("RTP/AVP", KEYS + HANDSHAKE)))
                .containsExactly(
                        audio("RTP/AVP", KEYS),
                        audio("RTP/SAVP", KEYS + HANDSHAKE),
                        audio("UDP/TLS/RTP/SAVP", HANDSHAKE));
    }

    @Test
    void what_must_be_encrypted_is_never_said_in_clear() {
        assertThat(Wordings.of(audio("RTP/SAVP", KEYS + HANDSHAKE)))
                .containsExactly(audio("RTP/SAVP", KEYS + HANDSHAKE), audio("UDP/TLS/RTP/SAVP", HANDSHAKE));
    }

    @Test
    void what_is_in_clear_or_a_browsers_has_one_wording() {
        String browsers = audio("UDP/TLS/RTP/SAVPF", HANDSHAKE + "a=ice-ufrag:x\r\n");
        assertThat(Wordings.of(audio("RTP/AVP", ""))).containsExactly(audio("RTP/AVP", ""));
        assertThat(Wordings.of(browsers)).containsExactly(browsers);
    }
}
