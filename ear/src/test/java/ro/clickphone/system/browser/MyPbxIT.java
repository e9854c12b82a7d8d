package ro.clickphone.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.system.Exchange;

/** The manual's step 5 on the manual's own customer, and the simulator (items 138 to 143). */
class MyPbxIT extends Journey {
    private static final String PLAYABLE = """
            audio => new Promise(heard => {
                audio.oncanplaythrough = () => heard(audio.duration > 0.5);
                audio.onerror = () => heard(false);
                audio.preload = 'auto';
                audio.load();
            })""";

    @BeforeEach
    void openMyPbx(Exchange exchange) {
        portal.signIn("office@ionescu.example", exchange.demoPasswords().of("office@ionescu.example"));
        assertThat(portal.page().locator("#header-user")).hasText("53630");
        portal.visit("routing/myPbx.xhtml");
    }

    @Test
    void simulated_caller_goes_the_way_of_a_real_one() {
        portal.page().locator("#simulator\\:caller").fill("0723456789");
        portal.page().locator("#simulator\\:at").fill("2026-12-03T10:00");
        portal.button("Simulează").click();
        Locator scenes = portal.page().locator(".scene");
        assertThat(scenes).hasCount(1);
        assertThat(scenes.last()).containsText("Meniul principal");
        portal.button("1").click();
        assertThat(scenes.last()).containsText("Submeniul 1");
        portal.button("2").click();
        assertThat(portal.page().locator("#simulator")).containsText("Coada de așteptare");
        assertThat(portal.page().locator("#simulator")).containsText("IonescuPC");
        Locator sounds = portal.page().locator("#simulator audio");
        assertThat(sounds.first()).isVisible();
        for (Locator sound : sounds.all()) {
            assertThat((Boolean) sound.evaluate(PLAYABLE))
                    .as(sound.getAttribute("src"))
                    .isTrue();
        }
        portal.photograph("simulator");
        assertThat(portal.sticksOut()).isEmpty();
        assertThat(portal.troubles()).isEmpty();
    }

    @Test
    void caller_at_night_hears_that_the_exchange_is_closed() {
        portal.page().locator("#simulator\\:at").fill("2026-12-03T18:00");
        portal.button("Simulează").click();
        assertThat(portal.page().locator("#simulated-hours")).containsText("Închis");
        assertThat(portal.page().locator(".scene").last()).containsText("Apelul se încheie");
        portal.page().locator("#simulator\\:at").fill("2026-12-03T17:59");
        portal.button("Simulează").click();
        assertThat(portal.page().locator("#simulated-hours")).containsText("Deschis");
    }
}
