package ro.clickphone.pbx.prompt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The folder from which the engine plays stored messages: {@code prompts/<sha256>.wav} under {@code PBX_DATA}. */
@ApplicationScoped
class PromptFiles {
    @Inject
    @ConfigProperty(name = "PBX_DATA", defaultValue = "./data")
    private String data;

    boolean present(String sha256) {
        return Files.exists(file(sha256));
    }

    /** Whole or not at all: a reader never meets half of a file. */
    void write(String sha256, byte[] wav) {
        try {
            Files.createDirectories(folder());
            Path half = Files.createTempFile(folder(), sha256, ".part");
            try (FileChannel out = FileChannel.open(half, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(wav));
                out.force(true);
            }
            Files.move(half, file(sha256), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that no slot of any customer plays any more. */
    void forget(String sha256) {
        try {
            Files.deleteIfExists(file(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String sha256) {
        return folder().resolve(sha256 + ".wav");
    }

    private Path folder() {
        return Path.of(data, "prompts");
    }
}
