package ro.clickphone.pbx.prompt;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import ro.clickphone.pbx.kernel.Refusal;

/** Reads a text out, by the machine's espeak-ng or a program with the same options; where there is none, it is not offered. */
@ApplicationScoped
class Speech {
    private static final int LONGEST_TEXT = 1000;
    private static final int SECONDS = 20;
    private static final int MOST_AT_ONCE = 2;
    private static final String FIELD = "text";
    private static final Map<String, String> VOICES = Map.of("ro", "ro", "en", "en-gb");

    @Inject
    @ConfigProperty(name = "PBX_SPEECH", defaultValue = "espeak-ng")
    private String program;

    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private Optional<Path> found = Optional.empty();

    @PostConstruct
    void find() {
        found = Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
                .map(folder -> Path.of(folder).resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    boolean isThere() {
        return found.isPresent();
    }

    /**
     * @param language {@code ro} or {@code en}
     * @return a WAV file
     * @throws Refusal {@code speech.none}, {@code speech.empty}, {@code speech.tooLong}, {@code speech.busy},
     *     {@code speech.failed}
     */
    byte[] said(String text, String language) {
        Path speaker = found.orElseThrow(() -> new Refusal("speech.none", FIELD));
        if (text.isBlank()) {
            throw new Refusal("speech.empty", FIELD);
        }
        if (text.length() > LONGEST_TEXT) {
            throw new Refusal("speech.tooLong", FIELD, LONGEST_TEXT);
        }
        if (!free.tryAcquire()) {
            throw new Refusal("speech.busy", FIELD);
        }
        try {
            return run(speaker, VOICES.getOrDefault(language, "ro"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("speech.failed", FIELD);
        } finally {
            free.release();
        }
    }

    /** The text goes in by a pipe, never as an argument: it may begin with a dash. */
    private static byte[] run(Path speaker, String voice, String text) throws IOException, InterruptedException {
        Path file = Files.createTempFile("speech", ".wav");
        try {
            Process process = new ProcessBuilder(
                            speaker.toString(), "-v", voice, "-s", "150", "-b", "1", "--stdin", "-w", file.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(text.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new Refusal("speech.failed", FIELD);
            }
            if (process.exitValue() != 0 || Files.size(file) > Recording.LARGEST_UPLOAD) {
                throw new Refusal("speech.failed", FIELD);
            }
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
