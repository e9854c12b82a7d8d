package ro.clickphone.engine.api;

import java.io.Serializable;
import java.util.Objects;

/**
 * Where the call stands in its flow: the business's own words, opaque to the engine, which carries them with the call
 * and gives them back. So the business needs no table of sessions.
 *
 * @param text at most 4096 characters
 */
public record FlowState(String text) implements Serializable {
    public static final FlowState NONE = new FlowState("");

    public FlowState {
        Objects.requireNonNull(text, "text");
        Checks.between("length of text", text.length(), 0, 4096);
    }
}
