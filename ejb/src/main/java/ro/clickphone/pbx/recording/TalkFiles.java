package ro.clickphone.pbx.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.vault.Vault;

/**
 * Where recordings lie: in clear while the call goes on, {@code recordings/call-….wav} under {@code PBX_DATA}, as the
 * engine writes them; sealed afterwards, {@code recordings/sealed/<account>/…}.
 */
@ApplicationScoped
class TalkFiles {
    private static final Pattern NAME =
            Pattern.compile("call-([0-9]{1,18})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([1-9][0-9]{0,2})\\.wav");
    private static final int HEADER = 44;
    private static final int BYTES_PER_SECOND = 28;
    /** So much of the disk is left to others. */
    private static final long LEAST_FREE = 1L << 30;

    @Inject
    @ConfigProperty(name = "PBX_DATA", defaultValue = "./data")
    private String data;

    @Inject
    private Vault vault;

    /** In clear, as the engine left it. */
    record Plain(Path file, AccountId account, Take take) {}

    static RecordingName name(AccountId account, Take take) {
        return new RecordingName("call-" + account + "-" + take.call() + "-" + take.part());
    }

    boolean hasRoom() {
        try {
            return Files.getFileStore(Files.createDirectories(folder())).getUsableSpace() > LEAST_FREE;
        } catch (IOException e) {
            return false;
        }
    }

    List<Plain> plain() {
        return plain("call-*.wav");
    }

    List<Plain> plain(AccountId account, CallId call) {
        return plain("call-" + account + "-" + call + "-*.wav");
    }

    private List<Plain> plain(String names) {
        List<Plain> found = new ArrayList<>();
        if (!Files.isDirectory(folder())) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(), names)) {
            for (Path file : files) {
                read(file).ifPresent(found::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static Optional<Plain> read(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                ? Optional.of(new Plain(
                        file,
                        new AccountId(Long.parseLong(name.group(1))),
                        new Take(CallId.parse(name.group(2)), Integer.parseInt(name.group(3)))))
                : Optional.empty();
    }

    /** Of a WAV file of the engine's; nothing of one without sound. */
    static Duration length(Path wav) throws IOException {
        try (InputStream in = Files.newInputStream(wav)) {
            byte[] header = in.readNBytes(HEADER);
            if (header.length < HEADER) {
                return Duration.ZERO;
            }
            int perSecond =
                    ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(BYTES_PER_SECOND);
            return perSecond <= 0 ? Duration.ZERO : Duration.ofMillis((Files.size(wav) - HEADER) * 1000 / perSecond);
        }
    }

    /** The plain file stays, for the case that what it is sealed for is rolled back. */
    void seal(AccountId account, Take take, Path wav) {
        vault.seal(wav, sealed(account, take));
    }

    RecordedSound sound(AccountId account, Take take) {
        return new RecordedSound(vault, sealed(account, take));
    }

    void delete(AccountId account, Take take) {
        delete(sealed(account, take));
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path sealed(AccountId account, Take take) {
        return folder().resolve("sealed")
                .resolve(account.toString())
                .resolve(take.call() + "-" + take.part() + ".sealed");
    }

    private Path folder() {
        return Path.of(data, "recordings");
    }
}
