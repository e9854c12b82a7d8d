package ro.clickphone.portal.rest;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import ro.clickphone.pbx.extension.ExtensionInUse;
import ro.clickphone.pbx.kernel.Refusal;

/** A refusal in English words, those of the portal where it has any. */
final class Words {
    private static final String BUNDLE = "ro.clickphone.portal.messages";

    private Words() {}

    static String of(Refusal refusal) {
        String words = of(refusal.code(), refusal.arguments());
        return refusal instanceof ExtensionInUse used
                ? used.uses().stream()
                        .map(use -> of(use.code(), use.arguments()))
                        .collect(Collectors.joining("; ", words + " ", ""))
                : words;
    }

    private static String of(String code, List<String> arguments) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH);
        return bundle.containsKey(code)
                ? new MessageFormat(bundle.getString(code), Locale.ENGLISH).format(arguments.toArray())
                : code + (arguments.isEmpty() ? "" : " " + arguments);
    }
}
