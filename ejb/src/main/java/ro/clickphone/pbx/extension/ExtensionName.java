package ro.clickphone.pbx.extension;

import java.text.Normalizer;
import java.util.regex.Pattern;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * The name of an extension, which phones display.
 *
 * @param value trimmed, composed (NFC), 1 to {@value #LONGEST} characters, safe in a quoted SIP display name
 */
record ExtensionName(String value) {
    static final int LONGEST = 32;
    /** Letters and figures of any language and plain punctuation; not what ends or escapes a display name (RFC 3261 25.1). */
    private static final Pattern SAFE = Pattern.compile("[\\p{L}\\p{M}\\p{N} ._'&()+/,-]+");

    /** @throws Refusal {@code extension.name.empty}, {@code extension.name.long} or {@code extension.name.characters} */
    ExtensionName {
        value = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
        if (value.isEmpty()) {
            throw new Refusal("extension.name.empty", "name");
        }
        if (value.codePointCount(0, value.length()) > LONGEST) {
            throw new Refusal("extension.name.long", "name", LONGEST);
        }
        if (!SAFE.matcher(value).matches()) {
            throw new Refusal("extension.name.characters", "name");
        }
    }
}
