package ro.clickphone.pbx.vault;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import ro.clickphone.engine.api.RecordingSeal;
import ro.clickphone.engine.api.SealedWav;
import ro.clickphone.pbx.kernel.SecretFile;

/**
 * Seals and opens what lies in the database and in the data folder. The key is the operator's ({@code PBX_VAULT_KEY}), or
 * made at the first start: {@code vault.key} in the data folder, mode 600. Several lines are several keys: the first one
 * seals, those after it open what was sealed before the operator exchanged the key. What an older version left in clear
 * still opens.
 */
@ApplicationScoped
public class Vault {
    /** Begins a sealed text. */
    public static final String PREFIX = "sealed:";

    private static final String BETWEEN = " ";
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Logger LOG = Logger.getLogger(Vault.class.getName());
    private static final String KEY_FILE = "vault.key";
    private static final byte[] BYTES_MARK = {'S', 'E', 'A', 'L', 1};

    @Inject
    @ConfigProperty(name = "PBX_DATA", defaultValue = "./data")
    private String data;

    @Inject
    @ConfigProperty(name = "PBX_VAULT_KEY")
    private Optional<String> given;

    private Keyring keys;

    @PostConstruct
    void take() {
        keys = given.map(lines -> keyring("PBX_VAULT_KEY", lines)).orElseGet(this::own);
    }

    /**
     * A key for one recording of the engine's; it lies with the recording, sealed itself.
     *
     * @param note that lies sealed with the key, may be empty
     */
    public RecordingSeal newSeal(Kind kind, String note) {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return sealOf(key, seal(kind, Base64.getEncoder().encodeToString(key) + BETWEEN + note));
    }

    /** What the engine wrote with such a key. */
    public SealedWav recorded(Kind kind, Path file) throws IOException {
        return SealedWav.of(
                file,
                label -> sealOf(Base64.getDecoder().decode(open(kind, label).split(BETWEEN, 2)[0]), label));
    }

    /** The note beside its key; empty when there is none. */
    public String note(Kind kind, SealedWav recorded) {
        String secret = open(kind, recorded.label());
        return secret.contains(BETWEEN) ? secret.substring(secret.indexOf(BETWEEN) + 1) : "";
    }

    private static RecordingSeal sealOf(byte[] key, String label) {
        return new RecordingSeal(new SecretKeySpec(key, "AES"), label);
    }

    /** An empty text stays empty: it says that there is no secret. */
    public String seal(Kind kind, String text) {
        return text.isEmpty()
                ? ""
                : PREFIX
                        + Base64.getEncoder()
                                .encodeToString(keys.first().seal(kind, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws BrokenSealException when it was changed, or sealed with another key */
    public String open(Kind kind, String text) {
        return text.startsWith(PREFIX)
                ? new String(
                        keys.open(kind, Base64.getDecoder().decode(text.substring(PREFIX.length()))),
                        StandardCharsets.UTF_8)
                : text;
    }

    public byte[] seal(Kind kind, byte[] bytes) {
        byte[] body = keys.first().seal(kind, bytes);
        byte[] sealed = new byte[BYTES_MARK.length + body.length];
        System.arraycopy(BYTES_MARK, 0, sealed, 0, BYTES_MARK.length);
        System.arraycopy(body, 0, sealed, BYTES_MARK.length, body.length);
        return sealed;
    }

    /** @throws BrokenSealException when it was changed, or sealed with another key */
    public byte[] open(Kind kind, byte[] bytes) {
        return isSealed(bytes)
                ? keys.open(kind, Arrays.copyOfRange(bytes, BYTES_MARK.length, bytes.length))
                : bytes.clone();
    }

    public static boolean isSealed(byte[] bytes) {
        return bytes.length >= BYTES_MARK.length
                && Arrays.equals(bytes, 0, BYTES_MARK.length, BYTES_MARK, 0, BYTES_MARK.length);
    }

    /** Puts what comes at that place, sealed, whole or not at all. */
    public void seal(InputStream plain, Path sealed) {
        try {
            Files.createDirectories(sealed.toAbsolutePath().getParent());
            Path half = Files.createTempFile(sealed.toAbsolutePath().getParent(), "sealing", ".part");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(half))) {
                SealedFile.seal(keys.first(), plain, out);
            }
            Files.move(half, sealed, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How long the file is when it is opened. */
    public long length(Path file) throws IOException {
        return SealedFile.isSealed(file) ? SealedFile.length(file) : Files.size(file);
    }

    /** The plain file from a place on; also of one that was never sealed. */
    public InputStream open(Path file, long from) throws IOException {
        if (SealedFile.isSealed(file)) {
            return SealedFile.open(keys.of(file), file, from);
        }
        InputStream plain = Files.newInputStream(file);
        plain.skipNBytes(Math.min(from, Files.size(file)));
        return plain;
    }

    /** Tells keys apart without telling the key. */
    public String fingerprint() {
        return keys.first().fingerprint();
    }

    /** Of the keys that only open, the newest first. */
    public List<String> oldFingerprints() {
        return keys.old().stream().map(Seal::fingerprint).toList();
    }

    /** Whether the value was sealed with the key that seals now. */
    public boolean isCurrent(Kind kind, String text) {
        return text.startsWith(PREFIX)
                && keys.first().opens(kind, Base64.getDecoder().decode(text.substring(PREFIX.length())));
    }

    /** Whether the value was sealed with the key that seals now. */
    public boolean isCurrent(Kind kind, byte[] bytes) {
        return isSealed(bytes) && keys.first().opens(kind, Arrays.copyOfRange(bytes, BYTES_MARK.length, bytes.length));
    }

    /** Seals a file anew when it was sealed with an older key. @return whether it was */
    public boolean renew(Path file) {
        try {
            if (!SealedFile.isSealed(file) || SealedFile.isOf(keys.first(), file)) {
                return false;
            }
            try (InputStream plain = open(file, 0)) {
                seal(plain, file);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Keyring own() {
        Path file = Path.of(data).resolve(KEY_FILE);
        if (!Files.exists(file)) {
            SecretFile.write(
                    file, Base64.getEncoder().encodeToString(Seal.random(Seal.KEY_BYTES)) + System.lineSeparator());
            LOG.info(
                    "the key with which secrets and recordings are sealed lies in " + file + ": keep a copy elsewhere");
        }
        try {
            return keyring(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Keyring keyring(String where, String lines) {
        return new Keyring(lines.lines()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .map(key -> new Seal(decoded(where, key)))
                .toList());
    }

    private static byte[] decoded(String where, String key) {
        try {
            byte[] bytes = Base64.getDecoder().decode(key.strip());
            if (bytes.length == Seal.KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            LOG.fine("not Base64");
        }
        throw new IllegalStateException(
                where + " holds a line that is no key: 32 random bytes in Base64, as of 'openssl rand -base64 32'.");
    }
}
