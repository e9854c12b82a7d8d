package ro.clickphone.engine.media;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.RecordingSeal;
import ro.clickphone.engine.api.SealedWav;
import ro.clickphone.engine.audio.Clip;
import ro.clickphone.engine.audio.Tones;
import ro.clickphone.engine.audio.WavFile;

/**
 * Finds the sound of a prompt: the product's own in the jar or, before that, in the operator's folder; customers' in the
 * folder of stored prompts, what they recorded in that of recordings. What was heard lately is kept. Reads the disk: never on a media thread.
 */
final class Prompts {
    private static final Logger LOG = Logger.getLogger(Prompts.class.getName());
    private static final String IN_JAR = "/ro/clickphone/engine/prompts/";
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,63}";
    private static final String FALLBACK_LANGUAGE = "ro";
    /** Ten minutes at 16 kHz. */
    private static final int MOST_BYTES = 20_000_000;

    private static final long MOST_KEPT_BYTES = 96_000_000;
    /** Who records listens to it within minutes. */
    private static final int MOST_SEALS = 1000;

    private final Path stored;
    private final Path recordings;
    private final Optional<Path> replacements;
    private final Map<Prompt, Clip> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long keptBytes;
    private final Map<Path, RecordingSeal> seals = Collections.synchronizedMap(new LinkedHashMap<>());

    Prompts(Path stored, Path recordings, Optional<Path> replacements) {
        this.stored = stored;
        this.recordings = recordings;
        this.replacements = replacements;
    }

    /** Their sound; a prompt that is not there is left out, and said in the log. */
    List<Clip> clips(List<Prompt> prompts) {
        return prompts.stream().map(this::clip).toList();
    }

    /** What is being recorded can be heard afterwards. */
    void sealed(Path file, RecordingSeal seal) {
        synchronized (seals) {
            seals.put(file, seal);
            if (seals.size() > MOST_SEALS) {
                seals.remove(seals.keySet().iterator().next());
            }
        }
    }

    private Clip recorded(Path file) throws IOException {
        Optional<RecordingSeal> seal = Optional.ofNullable(seals.get(file));
        if (seal.isEmpty()) {
            throw new FileNotFoundException(file.getFileName().toString());
        }
        try (InputStream in = SealedWav.of(file, label -> seal.get()).wav()) {
            return WavFile.read(in, MOST_BYTES);
        }
    }

    Optional<String> version(Prompt prompt) {
        return heard(prompt).map(Clip::fingerprint);
    }

    Optional<byte[]> wav(Prompt prompt) {
        return heard(prompt).map(WavFile::of);
    }

    private Optional<Clip> heard(Prompt prompt) {
        return Optional.of(clip(prompt)).filter(clip -> !clip.equals(Clip.EMPTY));
    }

    private Clip clip(Prompt prompt) {
        Optional<Clip> known = known(prompt);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            Clip clip = read(prompt);
            keep(prompt, clip);
            return clip;
        } catch (IOException missing) {
            LOG.log(Level.WARNING, "{0} cannot be heard: {1}", new Object[] {prompt, missing.getMessage()});
            return Clip.EMPTY;
        }
    }

    private synchronized Optional<Clip> known(Prompt prompt) {
        return Optional.ofNullable(kept.get(prompt));
    }

    private synchronized void keep(Prompt prompt, Clip clip) {
        Clip before = kept.put(prompt, clip);
        keptBytes += clip.bytes() - (before == null ? 0 : before.bytes());
        var eldest = kept.entrySet().iterator();
        while (keptBytes > MOST_KEPT_BYTES && eldest.hasNext()) {
            keptBytes -= eldest.next().getValue().bytes();
            eldest.remove();
        }
    }

    private Clip read(Prompt prompt) throws IOException {
        if (prompt instanceof Prompt.Stored customers) {
            return file(stored.resolve(customers.sha256() + ".wav"));
        }
        if (prompt instanceof Prompt.Recorded recorded) {
            return recorded(recordings.resolve(recorded.name() + ".take"));
        }
        if (prompt instanceof Prompt.Music music) {
            return music.equals(Prompt.Music.DEFAULT)
                    ? own("music", music.name())
                    : own("music", music.name(), "music", Prompt.Music.DEFAULT.name());
        }
        if (prompt instanceof Prompt.System words) {
            if (words.name().equals("beep")) {
                return Tones.beep();
            }
            return own(words.language(), words.name(), FALLBACK_LANGUAGE, words.name());
        }
        throw new IOException("a prompt of a new kind");
    }

    private Clip own(String folder, String name, String otherFolder, String otherName) throws IOException {
        try {
            return own(folder, name);
        } catch (FileNotFoundException missing) {
            return own(otherFolder, otherName);
        }
    }

    private Clip own(String folder, String name) throws IOException {
        if (!folder.matches(NAME) || !name.matches(NAME)) {
            throw new FileNotFoundException("a name that no prompt has");
        }
        String file = folder + "/" + name + ".wav";
        if (replacements.isPresent() && Files.isReadable(replacements.get().resolve(file))) {
            return file(replacements.get().resolve(file));
        }
        try (InputStream in = Prompts.class.getResourceAsStream(IN_JAR + file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            return WavFile.read(in, MOST_BYTES);
        }
    }

    private static Clip file(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return WavFile.read(in, MOST_BYTES);
        }
    }
}
