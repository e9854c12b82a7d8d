package ro.clickphone.pbx.number;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.vault.Kind;
import ro.clickphone.pbx.vault.Vault;

@Entity
@Table(name = "trunk")
class TrunkEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "trunk_id")
    private long id;

    private String name;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "trunk_peer", joinColumns = @JoinColumn(name = "trunk_id"))
    @OrderColumn(name = "position")
    private List<TrunkPeer> peers = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    @Column(name = "number_format")
    private TrunkConfig.NumberFormat format;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "trunk_source", joinColumns = @JoinColumn(name = "trunk_id"))
    @Column(name = "source")
    private Set<String> sources = new TreeSet<>();

    /** Empty when there is no login. */
    @Column(name = "login_user")
    private String loginUser = "";

    /** Sealed. */
    @Column(name = "login_password")
    private String loginPassword = "";

    @Enumerated(EnumType.STRING)
    private TrunkConfig.Registration registration = TrunkConfig.Registration.STATIC;

    /** Comma between them. */
    private String codecs = "";

    private int channels;

    @Enumerated(EnumType.STRING)
    @Column(name = "caller_header")
    private TrunkConfig.Asserted callerHeader;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_user")
    private TrunkConfig.FromUser fromUser;

    @Column(name = "caller_fallback")
    private String callerFallback = "";

    @Enumerated(EnumType.STRING)
    private TrunkConfig.Watch watch;

    /** Null when there is none. */
    @Column(name = "reserve_id")
    private Long reserve;

    protected TrunkEntity() {}

    /** @throws Refusal {@code trunk.loginPassword} when a login has none */
    TrunkEntity(NewTrunk order, Vault vault) {
        become(order, vault);
    }

    /** @throws Refusal {@code trunk.loginPassword} when a login has none, and had none */
    final void become(NewTrunk order, Vault vault) {
        name = order.name();
        format = order.format();
        peers.clear();
        order.peers().forEach(peer -> peers.add(new TrunkPeer(peer)));
        sources.clear();
        sources.addAll(order.sources());
        order.login().ifPresentOrElse(login -> become(login, vault), this::forgetLogin);
        codecs = String.join(",", order.codecs());
        channels = order.channels();
        callerHeader = order.caller().asserted();
        fromUser = order.caller().from();
        callerFallback = order.caller().fallback().orElse("");
        watch = order.watch();
        reserve = order.reserve().map(TrunkId::value).orElse(null);
    }

    private void become(NewTrunk.Login login, Vault vault) {
        String before = loginUser.equals(login.user()) ? loginPassword : "";
        String password = login.password()
                .map(given -> vault.seal(Kind.TRUNK_LOGIN, given))
                .orElse(before);
        if (password.isEmpty()) {
            throw new Refusal("trunk.loginPassword", "login.password", 128);
        }
        loginUser = login.user();
        loginPassword = password;
        registration = login.registration();
    }

    private void forgetLogin() {
        loginUser = "";
        loginPassword = "";
        registration = TrunkConfig.Registration.STATIC;
    }

    TrunkConfig asConfig(Vault vault) {
        return new TrunkConfig(
                new TrunkId(id),
                name,
                peers.stream().map(TrunkPeer::asConfig).toList(),
                sources.stream().sorted().toList(),
                format,
                loginUser.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new TrunkConfig.Login(
                                loginUser, vault.open(Kind.TRUNK_LOGIN, loginPassword), registration)),
                codecs.isEmpty() ? List.of() : List.of(codecs.split(",")),
                channels,
                new TrunkConfig.CallerRules(
                        callerHeader, fromUser, Optional.of(callerFallback).filter(number -> !number.isEmpty())),
                watch,
                Optional.ofNullable(reserve).map(TrunkId::new));
    }
}
