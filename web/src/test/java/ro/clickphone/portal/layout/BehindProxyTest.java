package ro.clickphone.portal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.fraud.Networks;

class BehindProxyTest {
    private static final String PROXY = "127.0.0.1";
    private static final Networks PROXIES = Networks.of("127.0.0.1, 10.0.0.0/8");

    @Test
    void person_is_the_last_address_that_is_no_proxy_of_ours() {
        assertThat(person("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(person("192.0.2.7, 10.1.2.3")).isEqualTo("192.0.2.7");
        assertThat(person("2001:db8::7")).isEqualTo("2001:db8::7");
    }

    @Test
    void what_a_stranger_wrote_before_the_proxy_did_counts_for_nothing() {
        assertThat(person("198.51.100.1, 192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(person("10.9.9.9, 192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(BehindProxy.person(List.of("198.51.100.1", "192.0.2.7"), PROXY, PROXIES))
                .isEqualTo("192.0.2.7");
    }

    @Test
    void what_is_no_address_is_the_proxys_own() {
        for (String nonsense : List.of("", "unknown", "evil.example", "1.2.3.4.5", "192.0.2.7, <script>")) {
            assertThat(person(nonsense)).as(nonsense).isEqualTo(PROXY);
        }
    }

    private static String person(String forwardedFor) {
        return BehindProxy.person(List.of(forwardedFor), PROXY, PROXIES);
    }
}
