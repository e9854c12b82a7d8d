package ro.clickphone.pbx.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.engine.api.RecordingSeal;
import ro.clickphone.engine.api.SealedWav;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.vault.Kind;
import ro.clickphone.pbx.vault.Vault;

/**
 * Where recordings lie: sealed piece by piece while the call goes on, {@code recordings/call-….talk} under
 * {@code PBX_DATA}, as the engine writes them; afterwards {@code recordings/sealed/<account>/…}.
 */
@ApplicationScoped
class TalkFiles {
    private static final Pattern NAME = Pattern.compile(
            "call-([0-9]{1,18})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([1-9][0-9]{0,2})\\.talk");
    private static final Pattern KEPT =
            Pattern.compile("([0-9]{1,18})/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([1-9][0-9]{0,2})\\.sealed");
    /** So much of the disk is left to others. */
    private static final long LEAST_FREE = 1L << 30;

    @Inject
    @ConfigProperty(name = "PBX_DATA", defaultValue = "./data")
    private String data;

    @Inject
    private Vault vault;

    /** As the engine left it, or sealed. */
    record Left(Path file, AccountId account, Take take) {}

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

    List<Left> left() {
        return left("call-*.talk");
    }

    List<Left> left(AccountId account, CallId call) {
        return left("call-" + account + "-" + call + "-*.talk");
    }

    private List<Left> left(String names) {
        List<Left> found = new ArrayList<>();
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

    private static Optional<Left> read(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                ? Optional.of(new Left(
                        file,
                        new AccountId(Long.parseLong(name.group(1))),
                        new Take(CallId.parse(name.group(2)), Integer.parseInt(name.group(3)))))
                : Optional.empty();
    }

    /** It keeps what was announced beside its key. */
    RecordingSeal newSeal(Announced announced) {
        return vault.newSeal(Kind.TALK_KEY, announced.toString());
    }

    SealedWav live(Path file) throws IOException {
        return vault.recorded(Kind.TALK_KEY, file);
    }

    Optional<Announced> announced(SealedWav talk) {
        return Announced.parse(vault.note(Kind.TALK_KEY, talk));
    }

    /** What the engine left stays, for the case that what it is sealed for is rolled back. */
    void seal(AccountId account, Take take, SealedWav talk) throws IOException {
        try (InputStream wav = talk.wav()) {
            vault.seal(wav, sealed(account, take));
        }
    }

    /** All of all customers. */
    List<Left> sealed() {
        Path root = folder().resolve("sealed");
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root, 2)) {
            return files.flatMap(file -> kept(root.relativize(file).toString()).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Left> kept(String name) {
        Matcher kept = KEPT.matcher(name);
        return kept.matches()
                ? Optional.of(new Left(
                        folder().resolve("sealed").resolve(name),
                        new AccountId(Long.parseLong(kept.group(1))),
                        new Take(CallId.parse(kept.group(2)), Integer.parseInt(kept.group(3)))))
                : Optional.empty();
    }

    /** @return whether it was sealed with an older key, and is with the new one now */
    boolean renew(Left kept) {
        return vault.renew(kept.file());
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
