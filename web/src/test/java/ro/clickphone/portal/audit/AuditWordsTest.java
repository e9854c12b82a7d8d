package ro.clickphone.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class AuditWordsTest {
    private static final Locale ROMANIAN = Locale.forLanguageTag("ro");

    @Test
    void names_days_and_moments_become_words() {
        assertThat(words("OWNER")).isEqualTo("proprietar");
        assertThat(words("MONDAY 09:00–17:59")).isEqualTo("lun. 09:00–17:59");
        assertThat(words("ALWAYS +40723456789")).isEqualTo("întotdeauna +40723456789");
        assertThat(words("LINEAR, 100, 101")).isEqualTo("În ordinea listei, 100, 101");
        assertThat(words("2026-11-27T02:12:18.694551010Z")).isEqualTo("27.11.2026 04:12:18");
    }

    @Test
    void what_people_wrote_stays_as_they_wrote_it() {
        assertThat(words("Ionescu Consult SRL, RO14835419, J12/345/2015"))
                .isEqualTo("Ionescu Consult SRL, RO14835419, J12/345/2015");
        assertThat(words("$1 \\")).isEqualTo("$1 \\");
    }

    @Test
    void who_is_no_person_is_named_in_words() {
        assertThat(actor("exchange")).isEqualTo("Centrala");
        assertThat(actor("key first start")).isEqualTo("cheia făcută la prima pornire");
        assertThat(actor("key CRM")).isEqualTo("cheia API „CRM”");
        assertThat(actor("ion@ionescu.example")).isEqualTo("ion@ionescu.example");
        assertThat(actor("101")).isEqualTo("101");
    }

    private static String actor(String name) {
        return ActorWords.of(name, ResourceBundle.getBundle("ro.clickphone.portal.messages", ROMANIAN));
    }

    private static String words(String written) {
        ResourceBundle texts = ResourceBundle.getBundle("ro.clickphone.portal.messages", ROMANIAN);
        return AuditWords.of(written, texts, ROMANIAN, ZoneId.of("Europe/Bucharest"));
    }
}
