package ro.clickphone.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.engine.audio.Clip;
import ro.clickphone.engine.audio.SealedSound;
import ro.clickphone.engine.audio.WavFile;

class PromptsTest {
    private static final Path TABLES = Path.of("src/main/prompts");

    @TempDir
    Path stored;

    @TempDir
    Path replacements;

    @Test
    void every_name_of_the_tables_is_spoken_in_both_languages() throws IOException {
        Prompts prompts = new Prompts(stored, stored, Optional.empty());
        for (String table : List.of("words.csv", "numbers.csv")) {
            for (String line : Files.readAllLines(TABLES.resolve(table))) {
                String name = line.split(";")[0];
                if (!name.equals("name")) {
                    for (String language : List.of("ro", "en")) {
                        assertThat(prompts.clips(List.of(new Prompt.System(name, language))))
                                .as(name)
                                .allMatch(clip -> clip.length().toMillis() > 100);
                    }
                }
            }
        }
    }

    @Test
    void music_has_no_seam() {
        for (String name : List.of("default", "calm")) {
            Clip music = new Prompts(stored, stored, Optional.empty())
                    .clips(List.of(new Prompt.Music(name)))
                    .get(0);
            short[] samples = music.samples(16_000);
            int steepest = 0;
            for (int i = 1; i < samples.length; i++) {
                steepest = Math.max(steepest, Math.abs(samples[i] - samples[i - 1]));
            }
            assertThat(Math.abs(samples[0] - samples[samples.length - 1])).isLessThan(steepest);
            assertThat(music.length()).isGreaterThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void prompt_as_a_file_is_what_callers_hear() throws IOException {
        Prompts prompts = new Prompts(stored, stored, Optional.empty());
        Prompt goodbye = new Prompt.System("goodbye", "ro");
        byte[] wav = prompts.wav(goodbye).orElseThrow();
        Clip read = WavFile.read(new ByteArrayInputStream(wav), wav.length);
        assertThat(read.samples(16_000))
                .isEqualTo(prompts.clips(List.of(goodbye)).get(0).samples(16_000));
        assertThat(prompts.wav(new Prompt.System("nobody-says-this", "ro"))).isEmpty();
    }

    @Test
    void operators_file_replaces_ours() throws IOException {
        Files.createDirectories(replacements.resolve("ro"));
        Files.copy(ours("ro/number-1.wav"), replacements.resolve("ro/goodbye.wav"));
        Prompts prompts = new Prompts(stored, stored, Optional.of(replacements));
        Clip heard = prompts.clips(List.of(new Prompt.System("goodbye", "ro"))).get(0);
        assertThat(heard.length()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void what_a_caller_recorded_is_heard_by_its_name() throws IOException {
        RecordingName name = new RecordingName("msg-1");
        Prompts prompts = new Prompts(stored, replacements, Optional.empty());
        assertThat(prompts.clips(List.of(new Prompt.Recorded(name)))).containsExactly(Clip.EMPTY);
        Path take = replacements.resolve("msg-1.take");
        prompts.sealed(take, SealedTalk.SEAL);
        try (SealedSound sound = new SealedSound(take, SealedTalk.SEAL, 8000, 1)) {
            sound.append(new short[1600], 1600);
        }
        assertThat(prompts.clips(List.of(new Prompt.Recorded(name))).get(0).length())
                .isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void unknown_music_is_the_default_and_unknown_words_are_silence() {
        Prompts prompts = new Prompts(stored, stored, Optional.empty());
        assertThat(prompts.clips(List.of(new Prompt.Music("polka"))).get(0).length())
                .isGreaterThan(Duration.ofSeconds(20));
        assertThat(prompts.clips(List.of(new Prompt.System("../../secret", "ro"), new Prompt.Stored("ab".repeat(32)))))
                .containsExactly(Clip.EMPTY, Clip.EMPTY);
    }

    @Test
    void broken_file_is_refused_and_not_read_without_end() {
        for (String text : List.of("", "RIFF", "RIFF0000WAVEfmt 0000", "RIFF0000WAVEdata\u00ff\u00ff\u00ff\u007f")) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() ->
                            WavFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), 1000)))
                    .isInstanceOf(IOException.class);
        }
    }

    private static InputStream ours(String file) {
        return PromptsTest.class.getResourceAsStream("/ro/clickphone/engine/prompts/" + file);
    }
}
