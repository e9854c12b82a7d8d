package ro.clickphone.pbx.card;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The payment services that the settings name. One whose settings are wrong is off, and the log says why. */
@ApplicationScoped
class Collectors {
    private static final Logger LOG = Logger.getLogger(Collectors.class.getName());
    private static final String BACK = "/payment/buyCredit.xhtml?card=";
    private static final String NOTICES = "/payment/card/notice/netopia";

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "PBX_PORTAL_URL", defaultValue = "http://127.0.0.1:8080")
    private String portal;

    @Inject
    @ConfigProperty(name = "PBX_NETOPIA_URL")
    private Optional<String> netopia;

    @Inject
    @ConfigProperty(name = "PBX_NETOPIA_API_KEY")
    private Optional<String> netopiaKey;

    @Inject
    @ConfigProperty(name = "PBX_NETOPIA_POS")
    private Optional<String> netopiaPos;

    @Inject
    @ConfigProperty(name = "PBX_NETOPIA_PUBLIC_KEY")
    private Optional<String> netopiaPublicKey;

    @Inject
    @ConfigProperty(name = "PBX_EUPLATESC_MERCHANT")
    private Optional<String> merchant;

    @Inject
    @ConfigProperty(name = "PBX_EUPLATESC_KEY")
    private Optional<String> merchantKey;

    @Inject
    @ConfigProperty(name = "PBX_EUPLATESC_URL", defaultValue = "https://secure.euplatesc.ro/tdsprocess/tranzactd.php")
    private String euPlatesc;

    @Inject
    @ConfigProperty(
            name = "PBX_EUPLATESC_DESK_URL",
            defaultValue = "https://manager.euplatesc.ro/v3/index.php?action=ws")
    private String euPlatescDesk;

    @Inject
    @ConfigProperty(name = "PBX_EUPLATESC_USER_KEY")
    private Optional<String> staff;

    @Inject
    @ConfigProperty(name = "PBX_EUPLATESC_USER_API")
    private Optional<String> staffKey;

    private final Map<CardWay, Collector> known = new EnumMap<>(CardWay.class);

    private interface Making {
        Collector make() throws IOException, GeneralSecurityException;
    }

    @PostConstruct
    void read() {
        netopia.ifPresent(service -> open("Netopia", () -> netopia(service)));
        merchant.ifPresent(id -> open("EuPlătesc", () -> euPlatesc(id)));
    }

    Set<CardWay> ways() {
        return Set.copyOf(known.keySet());
    }

    Optional<Collector> of(CardWay way) {
        return Optional.ofNullable(known.get(way));
    }

    private void open(String name, Making making) {
        try {
            Collector collector = making.make();
            known.put(collector.way(), collector);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            LOG.log(Level.SEVERE, name + " is off, its settings are wrong: " + e.getMessage());
        }
    }

    private Netopia netopia(String service) throws IOException, GeneralSecurityException {
        String base = portal.replaceAll("/+$", "");
        return new Netopia(
                new Netopia.Account(
                        secure(service),
                        required(netopiaKey),
                        required(netopiaPos),
                        URI.create(base + NOTICES),
                        URI.create(base + BACK)),
                new NetopiaToken(publicKey(Path.of(required(netopiaPublicKey))), required(netopiaPos)),
                clock);
    }

    private EuPlatesc euPlatesc(String id) {
        return new EuPlatesc(
                new EuPlatesc.Account(
                        secure(euPlatesc),
                        secure(euPlatescDesk),
                        required(Optional.of(id)),
                        required(merchantKey),
                        staff.filter(text -> !text.isBlank())
                                .map(person -> new EuPlatesc.Staff(person, required(staffKey)))),
                clock);
    }

    private static PublicKey publicKey(Path pem) throws IOException, GeneralSecurityException {
        String base64 = Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    /** An empty setting is none to MicroProfile Config, and would keep the application from starting. */
    private static String required(Optional<String> value) {
        return value.filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("a key is missing"));
    }

    private static URI secure(String address) {
        URI uri = URI.create(address);
        if (!"https".equals(uri.getScheme()) && !"127.0.0.1".equals(uri.getHost())) {
            throw new IllegalArgumentException("only https, not " + address);
        }
        return uri;
    }
}
