package ro.clickphone.engine.api;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A recording of a talk that is to begin: {@code <name>.talk} in the folder of recordings.
 *
 * @param words what both hear before they hear each other; none when they know already that they are recorded
 * @param never users who are not recorded: while one of them has the talk it is neither recorded nor are the words heard
 */
public record TalkRecording(RecordingName name, RecordingSeal seal, List<Prompt> words, Set<String> never) {
    public TalkRecording {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(seal, "seal");
        words = List.copyOf(words);
        never = Set.copyOf(never);
    }

    public boolean spares(Party party) {
        return party instanceof Party.Extension extension
                && never.contains(extension.who().user());
    }
}
