package ro.clickphone.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A message of a torture test, and what may be answered to it.
 *
 * @param statuses 0 stands for silence
 * @param forStreams false when its end is the datagram's
 */
record TortureCase(String name, byte[] message, Set<Integer> statuses, boolean forStreams) {
    private static final Pattern REPEATED = Pattern.compile("\\{([^{}*]+)\\*(\\d+)}");

    @Override
    public String toString() {
        return name;
    }

    /** All of a file in {@code torture}, whose first lines say how it is written. */
    static List<TortureCase> of(String file) {
        try (InputStream in = TortureCase.class.getResourceAsStream("/torture/" + file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<TortureCase> cases = new ArrayList<>();
            for (String part : text.split("(?m)^### ")) {
                if (!part.startsWith("#")) {
                    cases.add(read(part));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TortureCase read(String part) {
        int lineEnd = part.indexOf('\n');
        String[] title = part.substring(0, lineEnd).split(" \\| ");
        Set<Integer> statuses = Arrays.stream(title[1].trim().split(" "))
                .map(word -> word.equals("none") ? 0 : Integer.parseInt(word))
                .collect(Collectors.toCollection(TreeSet::new));
        String message = part.substring(lineEnd + 1).replaceFirst("\n+$", "\n");
        if (!message.contains("\n\n")) {
            message += "\n";
        }
        return new TortureCase(title[0], bytes(message), statuses, title.length < 3);
    }

    private static byte[] bytes(String written) {
        String text = REPEATED.matcher(written)
                .replaceAll(found -> found.group(1).repeat(Integer.parseInt(found.group(2))))
                .replace("\n", "\r\n");
        int head = text.indexOf("\r\n\r\n") + 4;
        byte[] body = unescaped(text.substring(head));
        byte[] start = unescaped(text.substring(0, head).replace("[len]", Integer.toString(body.length)));
        byte[] whole = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        return whole;
    }

    private static byte[] unescaped(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\x", i)) {
                out.write(Integer.parseInt(text.substring(i + 2, i + 4), 16));
                i += 3;
            } else {
                out.writeBytes(String.valueOf(text.charAt(i)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
