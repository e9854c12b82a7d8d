package ro.clickphone.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.media.LegMedia.Tone;
import ro.clickphone.engine.media.Media.UnusableSdpException;
import ro.clickphone.engine.media.MediaTerms.Protection;
import ro.clickphone.engine.sdp.OwnAddresses;

/** A browser, a phone, and the engine between them. */
class BrowserTalkTest {
    @TempDir
    Path folder;

    private MediaEngine engine;
    private Browser browser;
    private Phone phone;
    private LegMedia browsersLeg;
    private LegMedia phonesLeg;

    @BeforeEach
    void twoLegs() throws Exception {
        engine = new MediaEngine(new MediaEngine.Settings(
                "127.0.0.1", OwnAddresses.of("127.0.0.1"), 42_400, 42_499, folder, folder, Optional.empty()));
        browser = new Browser();
        phone = new Phone();
        CallId call = CallId.random();
        browsersLeg = engine.open(call, new MediaTerms(Protection.WEBRTC, List.of()), new Ears());
        phonesLeg = engine.open(call, MediaTerms.PLAIN, new Ears());
        phonesLeg.accept(phone.to(phonesLeg.offer(List.of())).offer("8", "101"));
    }

    @AfterEach
    void close() {
        browser.close();
        phone.close();
        engine.close();
    }

    private void agree() throws Exception {
        browser.to(browsersLeg.answer(browser.offer(), List.of("PCMA")));
    }

    @Test
    void answer_tells_a_browser_all_that_it_wants_to_know() throws Exception {
        assertThat(browsersLeg.answer(browser.offer(), List.of("PCMA")))
                .contains("a=ice-lite\r\n", "a=group:BUNDLE 0\r\n", " UDP/TLS/RTP/SAVPF 8 ", "a=mid:0\r\n")
                .contains("a=ice-ufrag:", "a=ice-pwd:", "a=fingerprint:sha-256 ", "a=setup:passive\r\n")
                .contains("a=rtcp-mux\r\n", "a=candidate:1 1 udp ", " 127.0.0.1 ", "a=sendrecv\r\n");
    }

    @Test
    void offer_to_a_browser_leaves_it_the_clients_part() {
        assertThat(browsersLeg.offer(List.of()))
                .contains("UDP/TLS/RTP/SAVPF", "a=setup:actpass", "a=rtcp-mux", "a=ice-lite");
    }

    @Test
    void a_browser_and_a_phone_hear_each_other() throws Exception {
        agree();
        engine.join(browsersLeg, phonesLeg);
        await("the check").until(browser::check);
        Browser.Keys keys = browser.shakeHands();
        phone.says(700);
        await("the browser hears").until(() -> browser.hears(keys));
        int[] sequence = {1};
        await("the phone hears").until(() -> {
            browser.say(keys, sequence[0]++);
            return phone.heard().stream().anyMatch(packet -> packet.type() == 8);
        });
    }

    @Test
    void a_browser_that_moves_to_another_network_talks_on_with_the_keys_that_it_has() throws Exception {
        String first = browsersLeg.answer(browser.offer(), List.of("PCMA"));
        browser.to(first);
        engine.join(browsersLeg, phonesLeg);
        await("the check").until(browser::check);
        Browser.Keys keys = browser.shakeHands();
        phone.says(700);
        await("the browser hears").until(() -> browser.hears(keys));
        browser.moves();
        String second = browsersLeg.answer(browser.offer(), List.of("PCMA"));
        assertThat(line(second, "a=ice-ufrag:")).isNotEqualTo(line(first, "a=ice-ufrag:"));
        assertThat(line(second, "a=ice-pwd:")).isNotEqualTo(line(first, "a=ice-pwd:"));
        assertThat(line(second, "a=fingerprint:")).isEqualTo(line(first, "a=fingerprint:"));
        browser.to(first);
        await("the old way is good meanwhile").until(browser::check);
        browser.to(second);
        await("the check from there").until(browser::check);
        await("the browser hears there").until(() -> browser.hears(keys));
        assertThat(browser.to(first).check()).as("there is another way now").isFalse();
    }

    @Test
    void an_offer_with_the_same_name_and_password_begins_nothing_anew() throws Exception {
        String first = browsersLeg.answer(browser.offer(), List.of("PCMA"));
        String again = browsersLeg.answer(browser.offer(), List.of("PCMA"));
        assertThat(line(again, "a=ice-ufrag:")).isEqualTo(line(first, "a=ice-ufrag:"));
    }

    private static String line(String sdp, String beginning) {
        return sdp.lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_browser_hears_our_tones_as_the_called_one() throws Exception {
        String offer = browsersLeg.offer(List.of("PCMA"));
        browser.to(offer);
        browsersLeg.accept(browser.offer().replace("actpass", "active"));
        await("the check").until(browser::check);
        Browser.Keys keys = browser.shakeHands();
        browsersLeg.tone(Tone.RINGBACK);
        int[] sequence = {1};
        await("the browser hears").until(() -> {
            browser.say(keys, sequence[0]++);
            return browser.hears(keys);
        });
    }

    @Test
    void a_check_with_a_wrong_password_is_not_answered() throws Exception {
        agree();
        assertThat(browser.knowing("guessedpasswordof24letters").check()).isFalse();
        agree();
        await("the right one").until(browser::check);
    }

    @Test
    void nobody_shakes_hands_without_a_check() throws Exception {
        agree();
        assertThatThrownBy(browser.impatient()::shakeHands).isInstanceOf(IOException.class);
    }

    @Test
    void a_certificate_other_than_the_announced_one_is_refused() throws Exception {
        String other =
                browser.fingerprint().replaceAll("^..", browser.fingerprint().startsWith("00") ? "01" : "00");
        browser.to(browsersLeg.answer(browser.offer(other), List.of("PCMA")));
        await("the check").until(browser::check);
        assertThatThrownBy(browser.impatient()::shakeHands).isInstanceOf(IOException.class);
    }

    @Test
    void an_offer_that_is_not_a_browsers_is_refused() {
        assertThatThrownBy(() -> browsersLeg.answer(phone.offer(), List.of())).isInstanceOf(UnusableSdpException.class);
        assertThatThrownBy(() -> browsersLeg.answer(browser.offer().replace("a=rtcp-mux\r\n", ""), List.of()))
                .isInstanceOf(UnusableSdpException.class);
        assertThatThrownBy(() -> browsersLeg.answer(browser.offer("12:34"), List.of()))
                .isInstanceOf(UnusableSdpException.class);
    }
}
