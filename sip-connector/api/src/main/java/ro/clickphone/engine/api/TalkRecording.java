package ro.clickphone.engine.api;

import java.util.List;
import java.util.Objects;

/**
 * A recording of a talk that is to begin: {@code <name>.talk} in the folder of recordings.
 *
 * @param words what both hear before they hear each other; none when they know already that they are recorded
 */
public record TalkRecording(RecordingName name, RecordingSeal seal, List<Prompt> words) {
    public TalkRecording {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(seal, "seal");
        words = List.copyOf(words);
    }
}
