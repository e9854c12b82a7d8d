package ro.clickphone.pbx.callflow;

import java.time.Duration;
import java.util.List;
import ro.clickphone.engine.api.Prompt;

/**
 * Place and waiting time as whole sentences of the table of system prompts, since sentences sound better than words put
 * together: {@code queue-position-1} to {@code -20} and {@code -more}, {@code queue-wait-1} and the steps to {@code -more}.
 */
final class QueueWords {
    private static final int HIGHEST_PLACE = 20;
    private static final List<Integer> MINUTES = List.of(1, 2, 3, 4, 5, 10, 15, 20, 30);
    private static final String MORE = "more";

    private QueueWords() {}

    static Prompt place(int place, String language) {
        return new Prompt.System("queue-position-" + (place > HIGHEST_PLACE ? MORE : place), language);
    }

    /** Rounded up: a caller who waits less than was said is content. */
    static Prompt minutes(Duration wait, String language) {
        long whole = (wait.toSeconds() + 59) / 60;
        String step = MINUTES.stream()
                .filter(minutes -> minutes >= whole)
                .findFirst()
                .map(String::valueOf)
                .orElse(MORE);
        return new Prompt.System("queue-wait-" + step, language);
    }
}
