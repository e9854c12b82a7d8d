package ro.clickphone.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a person reads exists in both languages. */
class BundlesTest {
    private static final Path SERVICES = Path.of("../ejb/src/main/java");
    private static final Path PORTAL = Path.of("src/main/java");
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern REFUSAL = Pattern.compile("new (?:Refusal|NotFound)\\(\\s*\"([A-Za-z.]+)\"");
    private static final Pattern USE = Pattern.compile("ExtensionUse\\.of\\(\\s*\"([A-Za-z.]+)\"");
    private static final Pattern ACT = Pattern.compile("(?:new Act|Act\\.of)\\(\\s*\"([A-Za-z.]+)\"");
    private static final Pattern KEY_OF_A_PAGE = Pattern.compile("m\\['([A-Za-z0-9.]+)'\\]");

    private final ResourceBundle romanian = bundle("ro");
    private final ResourceBundle english = bundle("en");

    @Test
    void both_languages_have_the_same_texts() {
        assertThat(romanian.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void no_text_is_empty_and_each_can_be_filled() {
        Stream.of(romanian, english).forEach(bundle -> bundle.keySet().forEach(key -> assertThatCode(
                        () -> assertThat(bundle.getString(key)).isNotBlank())
                .as(key)
                .doesNotThrowAnyException()));
        keysOf(SERVICES, REFUSAL).forEach(key -> assertThatCode(() -> new MessageFormat(romanian.getString(key)))
                .as(key)
                .doesNotThrowAnyException());
    }

    @Test
    void romanian_has_commas_under_its_letters_and_no_cedillas() {
        romanian.keySet()
                .forEach(key -> assertThat(romanian.getString(key)).as(key).doesNotContain("ş", "ţ", "Ş", "Ţ"));
    }

    @Test
    void every_refusal_has_words() {
        assertThat(keysOf(SERVICES, REFUSAL)).isNotEmpty().isSubsetOf(romanian.keySet());
        assertThat(keysOf(PORTAL, REFUSAL)).isNotEmpty().isSubsetOf(romanian.keySet());
        assertThat(keysOf(SERVICES, USE)).isNotEmpty().isSubsetOf(romanian.keySet());
    }

    @Test
    void every_act_of_the_audit_log_has_words() {
        Set<String> acts =
                keysOf(SERVICES, ACT).stream().map(act -> "audit." + act).collect(Collectors.toSet());

        assertThat(acts).isNotEmpty().isSubsetOf(romanian.keySet());
    }

    @Test
    void every_text_that_a_page_asks_for_exists() {
        assertThat(keysOf(PAGES, KEY_OF_A_PAGE)).isNotEmpty().isSubsetOf(romanian.keySet());
    }

    private static Set<String> keysOf(Path folder, Pattern pattern) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(java|xhtml)"))
                    .flatMap(file -> pattern.matcher(read(file)).results())
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle("ro.clickphone.portal.messages", Locale.forLanguageTag(language));
    }
}
