package ro.clickphone.portal.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserNameTest {
    private static final String MOZILLA = "Mozilla/5.0 ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36|Chrome, Linux",
                "(Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0|Firefox, Windows",
                "(Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36 Edg/150.0|Edge, Windows",
                "(Linux; Android 16; Pixel) AppleWebKit/537.36 Chrome/150.0 Mobile Safari/537.36|Chrome, Android",
                "(iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 Version/19.0 Mobile Safari/604.1|Safari, iPhone",
            })
    void a_browser_is_called_as_its_owner_calls_it(String says, String name) {
        assertThat(BrowserName.of(MOZILLA + says)).hasToString("Optional[" + name + "]");
    }

    @ParameterizedTest
    @CsvSource({"''", "nonsense"})
    void what_nobody_knows_stays_as_it_was_said(String says) {
        assertThat(BrowserName.of(says)).isEmpty();
    }
}
