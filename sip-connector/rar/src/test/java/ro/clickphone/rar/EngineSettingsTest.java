package ro.clickphone.rar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.EngineConfig.AudioThreads;
import ro.clickphone.engine.sdp.OwnAddresses;

class EngineSettingsTest {
    @Test
    void phones_are_told_the_one_address_that_we_are_bound_to() {
        assertThat(settings(Map.of("PBX_SIP_BIND", "192.0.2.1")).engine().publicAddresses())
                .isEqualTo(OwnAddresses.of("192.0.2.1"));
    }

    @Test
    void phones_are_never_told_that_we_are_everywhere() {
        assertThat(settings(Map.of()).engine().publicAddresses().digits())
                .isNotEmpty()
                .doesNotContain("0.0.0.0");
    }

    @Test
    void address_outside_of_the_nat_is_told_where_it_is_given() {
        assertThat(settings(Map.of("PBX_SIP_BIND", "192.0.2.1", "PBX_PUBLIC_ADDRESS", "198.51.100.1"))
                        .engine()
                        .publicAddresses())
                .isEqualTo(OwnAddresses.of("198.51.100.1"));
    }

    @Test
    void address_of_each_family_is_told_and_no_two_of_one() {
        assertThat(settings(Map.of("PBX_PUBLIC_ADDRESS", "198.51.100.1, 2001:db8::1"))
                        .engine()
                        .publicAddresses()
                        .digits())
                .containsExactly("198.51.100.1", "2001:db8:0:0:0:0:0:1");
        assertThatThrownBy(() -> settings(Map.of("PBX_PUBLIC_ADDRESS", "198.51.100.1,198.51.100.2"))
                        .engine())
                .hasMessage("PBX_PUBLIC_ADDRESS must be one address, or one of IPv4 and one of IPv6, it is"
                        + " 198.51.100.1,198.51.100.2.");
    }

    @Test
    void rtp_ports_are_pairs_whatever_range_is_given() {
        var engine = settings(Map.of("PBX_RTP_PORTS", "30001-30010")).engine();
        assertThat(engine.firstRtpPort()).isEqualTo(30002);
        assertThat(engine.lastRtpPort()).isEqualTo(30009);
    }

    @Test
    void wrong_setting_is_said_in_a_sentence_that_names_it() {
        assertThatThrownBy(() -> settings(Map.of("PBX_RTP_PORTS", "many")).engine())
                .hasMessage("PBX_RTP_PORTS must look like 30000-39999, it is many.");
        assertThatThrownBy(() -> settings(Map.of("PBX_SIP_PORT", "70000")).engine())
                .hasMessage("PBX_SIP_PORT must be a number from 1 to 65535, it is 70000.");
    }

    @Test
    void audio_goes_first_where_it_is_told_to() {
        assertThat(settings(Map.of()).engine().audioThreads()).isEqualTo(AudioThreads.ORDINARY);
        assertThat(settings(Map.of("PBX_REAL_TIME_AUDIO", "on")).engine().audioThreads())
                .isEqualTo(AudioThreads.REAL_TIME);
        assertThat(settings(Map.of("PBX_REAL_TIME_AUDIO", "off")).engine().audioThreads())
                .isEqualTo(AudioThreads.ORDINARY);
        assertThatThrownBy(() -> settings(Map.of("PBX_REAL_TIME_AUDIO", "no")).engine())
                .hasMessage("PBX_REAL_TIME_AUDIO must be on or off, it is no.");
    }

    @Test
    void certificate_without_its_key_opens_nothing() {
        assertThatThrownBy(() ->
                        settings(Map.of("PBX_TLS_CERTIFICATE", "cert.pem")).engine())
                .hasMessageContaining("PBX_TLS_KEY");
    }

    private static EngineSettings settings(Map<String, String> given) {
        return new EngineSettings(key -> Optional.ofNullable(given.get(key)));
    }
}
