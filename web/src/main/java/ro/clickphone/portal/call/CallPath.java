package ro.clickphone.portal.call;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;

/** The way of a call in words, from the stops that the flow noted: {@code hours:open menu:0 key:1 queue agent:100}. */
public final class CallPath {
    private CallPath() {}

    /** A stop without words of its own shows itself. */
    public static List<String> words(String path, ResourceBundle texts) {
        return Arrays.stream(path.strip().split("\\s+"))
                .filter(stop -> !stop.isEmpty())
                .map(stop -> stop(stop, texts))
                .toList();
    }

    private static String stop(String stop, ResourceBundle texts) {
        if (texts.containsKey("path." + stop)) {
            return texts.getString("path." + stop);
        }
        int colon = stop.indexOf(':');
        String kind = colon < 0 ? stop : stop.substring(0, colon);
        String what = colon < 0 ? "" : stop.substring(colon + 1);
        if (kind.equals("ring") || kind.equals("agent")) {
            what = what.replace("+", ", "); // who rings together
        }
        String key = "path." + kind;
        return texts.containsKey(key)
                ? new MessageFormat(texts.getString(key), texts.getLocale()).format(new Object[] {what})
                : stop;
    }
}
