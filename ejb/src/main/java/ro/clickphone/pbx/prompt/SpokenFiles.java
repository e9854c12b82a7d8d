package ro.clickphone.pbx.prompt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.engine.api.RecordingSeal;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.vault.Kind;
import ro.clickphone.pbx.vault.Vault;

/** What was spoken into a telephone, sealed as the engine wrote it: {@code recordings/<name>.take} under {@code PBX_DATA}. */
@ApplicationScoped
class SpokenFiles {
    private static final Logger LOG = Logger.getLogger(SpokenFiles.class.getName());
    /** Longer than any call that listens to it again. */
    private static final Duration KEPT = Duration.ofHours(2);

    @Inject
    @ConfigProperty(name = "PBX_DATA", defaultValue = "./data")
    private String data;

    @Inject
    private Clock clock;

    @Inject
    private Vault vault;

    RecordingSeal newSeal() {
        return vault.newSeal(Kind.TAKE_KEY, "");
    }

    /** @throws Refusal {@code prompt.tooShort} when nothing was recorded under that name */
    byte[] read(RecordingName name) {
        forgetOld();
        try (InputStream wav = vault.recorded(Kind.TAKE_KEY, file(name)).wav()) {
            return wav.readAllBytes();
        } catch (NoSuchFileException nothingSaid) {
            throw new Refusal("prompt.tooShort", "message");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void taken(@Observes(during = TransactionPhase.AFTER_SUCCESS) Taken event) {
        try {
            Files.deleteIfExists(file(event.name()));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a take stays for now", e);
        }
    }

    /** Takes that nobody listens to any more. */
    private void forgetOld() {
        FileTime oldest = FileTime.from(clock.instant().minus(KEPT));
        try (DirectoryStream<Path> takes = Files.newDirectoryStream(folder(), PREFIX + "*")) {
            for (Path take : takes) {
                if (Files.getLastModifiedTime(take).compareTo(oldest) < 0) {
                    Files.deleteIfExists(take);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "old takes stay for now", e);
        }
    }

    /** Begins the names of takes for messages. */
    static final String PREFIX = "take-";

    private Path file(RecordingName name) {
        return folder().resolve(name + ".take");
    }

    private Path folder() {
        return Path.of(data, "recordings");
    }
}
