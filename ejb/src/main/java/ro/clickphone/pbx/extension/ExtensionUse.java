package ro.clickphone.pbx.extension;

import java.util.List;

/**
 * A place where an extension is needed, so that it cannot be deleted.
 *
 * @param code key of a message in the bundles, {@code use.queue}, {@code use.menu}
 * @param arguments what the message's places are filled with
 */
public record ExtensionUse(String code, List<String> arguments) {
    public ExtensionUse {
        arguments = List.copyOf(arguments);
    }

    public static ExtensionUse of(String code, Object... arguments) {
        return new ExtensionUse(
                code, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
