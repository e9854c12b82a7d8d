package ro.clickphone.portal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class CallPathTest {
    private static final ResourceBundle ENGLISH =
            ResourceBundle.getBundle("ro.clickphone.portal.messages", Locale.ENGLISH);

    @Test
    void way_through_the_menu_to_an_agent_reads_as_sentences() {
        assertThat(CallPath.words("hours:open menu:0 key:1 menu:1 key:2 queue agent:100", ENGLISH))
                .containsExactly(
                        "Within working hours",
                        "Main menu",
                        "Pressed key 1",
                        "Submenu 1",
                        "Pressed key 2",
                        "Waiting queue",
                        "From the queue extension 100 rang");
    }

    @Test
    void those_who_ring_together_are_a_list() {
        assertThat(CallPath.words("ring:104+0723456789", ENGLISH)).allMatch(words -> words.contains("104, 0723456789"));
    }

    @Test
    void stop_without_words_shows_itself() {
        assertThat(CallPath.words("brand-new:7", ENGLISH)).containsExactly("brand-new:7");
    }

    @Test
    void call_without_a_path_has_no_stops() {
        assertThat(CallPath.words(" ", ENGLISH)).isEmpty();
    }
}
