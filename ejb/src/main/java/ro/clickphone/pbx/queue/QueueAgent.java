package ro.clickphone.pbx.queue;

import java.io.Serializable;
import java.util.Objects;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/**
 * An extension that takes calls of the queue.
 *
 * @param penalty from 0 to {@link #HIGHEST_PENALTY}; the higher, the seldomer {@link QueueStrategy#WRANDOM} chooses it
 */
public record QueueAgent(ExtensionNumber extension, int penalty) implements Serializable {
    public static final int HIGHEST_PENALTY = 10;

    public QueueAgent {
        Objects.requireNonNull(extension, "extension");
        if (penalty < 0 || penalty > HIGHEST_PENALTY) {
            throw new IllegalArgumentException("penalty is " + penalty + ", expected from 0 to " + HIGHEST_PENALTY);
        }
    }

    public static QueueAgent of(ExtensionNumber extension) {
        return new QueueAgent(extension, 0);
    }
}
