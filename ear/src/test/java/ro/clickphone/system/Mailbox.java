package ro.clickphone.system;

import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What one person was written: the exchange of the tests has no mail server, so its operator may read it. */
public final class Mailbox {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OperatorApi api;
    private final String address;

    public Mailbox(OperatorApi api, String address) {
        this.api = api;
        this.address = address;
    }

    /** The kinds of the mails that came, the newest first. */
    public List<String> kinds() {
        return mails().stream().map(mail -> mail.get("kind").getAsString()).toList();
    }

    /** How many of that kind came. */
    public long count(String kind) {
        return kinds().stream().filter(kind::equals).count();
    }

    /** The text of the newest mail of that kind; waits a little for it. */
    public String newest(String kind) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (JsonObject mail : mails()) {
                if (mail.get("kind").getAsString().equals(kind)) {
                    return text(mail.get("id").getAsLong());
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("no " + kind + " came to " + address + ", only " + kinds());
    }

    /** What the pattern's first group finds in the newest mail of that kind. */
    public String find(String kind, String pattern) {
        String text = newest(kind);
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in\n" + text);
        }
        return matcher.group(1);
    }

    private String text(long mail) {
        return api.get("mails/" + mail + "/text").getAsJsonObject().get("text").getAsString();
    }

    private List<JsonObject> mails() {
        String to = URLEncoder.encode(address, StandardCharsets.UTF_8);
        return StreamSupport.stream(
                        api.get("mails?size=50&to=" + to)
                                .getAsJsonObject()
                                .getAsJsonArray("items")
                                .spliterator(),
                        false)
                .map(mail -> mail.getAsJsonObject())
                .toList();
    }
}
