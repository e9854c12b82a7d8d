package ro.clickphone.pbx.recording;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The announcement that those who talked had heard before they were recorded.
 *
 * @param prompt its name in the table of system prompts
 * @param version of the sound itself, as the engine played it: another recording of the words is another version
 */
public record Announced(String prompt, String language, String version) implements Serializable {
    private static final Pattern TEXT = Pattern.compile("([a-z0-9-]{1,64})/([a-z]{2})/([0-9a-f]{16})");

    public Announced {
        if (!TEXT.matcher(text(prompt, language, version)).matches()) {
            throw new IllegalArgumentException("not an announcement: " + text(prompt, language, version));
        }
    }

    static Optional<Announced> parse(String text) {
        Matcher known = TEXT.matcher(text);
        return known.matches()
                ? Optional.of(new Announced(known.group(1), known.group(2), known.group(3)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return text(prompt, language, version);
    }

    private static String text(String prompt, String language, String version) {
        return prompt + "/" + language + "/" + version;
    }
}
