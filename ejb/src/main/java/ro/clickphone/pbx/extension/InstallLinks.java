package ro.clickphone.pbx.extension;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.RandomText;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * Links by which an employee installs the own extension, so that the owner's password is never typed on a stranger's
 * computer (manual, item 75). A link works once and for a day; of it only a hash is kept.
 */
@Stateless
@Guarded
public class InstallLinks {
    private static final Duration VALID = Duration.ofDays(1);
    /** 262 bits. */
    private static final int TOKEN_LENGTH = 45;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private ExtensionService extensions;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "PBX_PORTAL_URL")
    private Optional<String> portal;

    /** A fresh link. @param address what to open, the only moment at which it can be read */
    public record InstallLink(String address, Instant expiresAt) {}

    /**
     * The link takes the place of one that was made before.
     *
     * @param seenAt where its maker sees the portal; taken when the operator did not say where that is
     * @throws ro.clickphone.pbx.kernel.NotFound {@code extension.unknown}
     */
    public InstallLink make(AccountId account, ExtensionNumber extension, String seenAt) {
        extensions.find(account, extension);
        db.createQuery("DELETE FROM InstallLinkEntity l WHERE l.account = :account AND l.extension = :extension")
                .setParameter("account", account.value())
                .setParameter("extension", extension.value())
                .executeUpdate();
        String token = RandomText.of(TOKEN_LENGTH);
        Instant expiresAt = clock.instant().plus(VALID);
        db.persist(new InstallLinkEntity(sha256(token), account, extension, expiresAt));
        String base = portal.orElse(seenAt).replaceAll("/+$", "");
        return new InstallLink(base + "/install/install.xhtml?token=" + token, expiresAt);
    }

    /** Which extension the link gives; empty when it was used, has expired, or never was. Uses nothing up. */
    @Guarded(Need.NOTHING)
    public Optional<Extension> offered(String token) {
        return Optional.ofNullable(db.find(InstallLinkEntity.class, sha256(token)))
                .filter(link -> link.isOpen(clock.instant()))
                .map(link -> extensions.find(link.account(), link.extension()));
    }

    /**
     * Uses the link up: the extension gets a new password, and telephones that have the old one are dropped.
     *
     * @throws Refusal {@code install.void}
     */
    @Guarded(Need.NOTHING)
    public NewExtension install(String token) {
        InstallLinkEntity link = Optional.ofNullable(
                        db.find(InstallLinkEntity.class, sha256(token), LockModeType.PESSIMISTIC_WRITE))
                .filter(known -> known.isOpen(clock.instant()))
                .orElseThrow(() -> new Refusal("install.void", ""));
        db.remove(link);
        return extensions.newPassword(link.account(), link.extension());
    }

    private static String sha256(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
