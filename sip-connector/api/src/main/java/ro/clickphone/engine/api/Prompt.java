package ro.clickphone.engine.api;

import java.util.Objects;

/** Something to be heard. */
public sealed interface Prompt {

    /**
     * One of the product's own announcements.
     *
     * @param name as in the table of system prompts: {@code not-available}
     * @param language {@code ro} or {@code en}
     */
    record System(String name, String language) implements Prompt {
        public System {
            Checks.notBlank("name", name);
            Checks.notBlank("language", language);
        }
    }

    /**
     * A customer's message, by its content: the file {@code <sha256>.wav} in the folder of stored prompts, which never
     * changes once it is there.
     */
    record Stored(String sha256) implements Prompt {
        public Stored {
            Objects.requireNonNull(sha256, "sha256");
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("sha256 is not 64 lower-case hex digits");
            }
        }
    }

    /** What {@link Step.Record} recorded: {@code <name>.take} in the folder of recordings, while the engine runs that wrote it. */
    record Recorded(RecordingName name) implements Prompt {
        public Recorded {
            Objects.requireNonNull(name, "name");
        }
    }

    /** Music on hold, repeated without end where it is waited on. */
    record Music(String name) implements Prompt {
        public static final Music DEFAULT = new Music("default");

        public Music {
            Checks.notBlank("name", name);
        }
    }
}
