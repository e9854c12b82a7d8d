package ro.clickphone.engine.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import ro.clickphone.engine.EngineConfig;
import ro.clickphone.engine.api.Binding;
import ro.clickphone.engine.api.BindingChange.Why;
import ro.clickphone.engine.api.BlockedSource;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.EngineFigures;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Summons;
import ro.clickphone.engine.api.TracedCall;
import ro.clickphone.engine.api.TracedMessage;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.engine.api.TrunkProbe;
import ro.clickphone.engine.api.TrunkState;
import ro.clickphone.engine.call.Calls;
import ro.clickphone.engine.call.Decider;
import ro.clickphone.engine.call.LegSight;
import ro.clickphone.engine.call.Outside;
import ro.clickphone.engine.call.Tells;
import ro.clickphone.engine.call.Wheel;

/** All of SIP on this node: builds the room's parts, opens the ports, and closes them. */
public final class SipHost implements AutoCloseable {
    private static final int MOST_TRACED = 500;
    private static final TrunkWatch.Pace WATCH = TrunkWatch.Pace.USUAL;
    private static final TrunkRegistration.Pause PAUSE = TrunkRegistration.Pause.USUAL;
    private static final int MOST_CONNECTIONS = 20_000;
    private static final int MOST_CONNECTIONS_OF_ONE_ADDRESS = 1000;

    private final EngineConfig config;
    private final Wheel wheel;
    private final OurNames names;
    private final Transactions transactions;
    private final Dialogs dialogs = new Dialogs();
    private final Bindings bindings;
    private final Trunks trunks = new Trunks();
    private final Carriers carriers;
    private final Credentials credentials;
    private final SourceGuard guard;
    private final Nonces nonces;
    private final Gateway gateway;
    private final Invites invites;
    private final Subscriptions subscriptions;
    private final PagerMessages messages;
    private final StreamTransport streams;
    private final SipReader reader;
    private final SipTrace trace;
    private UdpTransport udp;
    private Optional<StunServer> stun = Optional.empty();

    public SipHost(EngineConfig config, Decider decider, Tells tells, Calls calls, Wheel wheel, Clock clock)
            throws IOException {
        this.config = config;
        this.wheel = wheel;
        names = namesOf(config);
        transactions = new Transactions(wheel, address -> udp.to(address));
        trace = new SipTrace(clock);
        reader = new SipReader(transactions, trace);
        streams = new StreamTransport(
                reader,
                new ConnectionLimits(MOST_CONNECTIONS, MOST_CONNECTIONS_OF_ONE_ADDRESS),
                StreamTransport.Patience.USUAL);
        bindings = new Bindings(tells, clock);
        credentials = new Credentials(decider, clock);
        guard = new SourceGuard(tells, clock);
        nonces = new Nonces(clock);
        SipDesk desk = new SipDesk(names, transactions, dialogs, wheel, trace, this::flowTo);
        TrunkWatch watch = new TrunkWatch(names, transactions, this::flowTo, clock, WATCH);
        TrunkUse use = new TrunkUse();
        TrunkCall.Room outward = new TrunkCall.Room(names, this::flowTo, watch, use);
        gateway = new Gateway(desk, bindings, trunks, credentials, outward, config.audioKeys());
        carriers = new Carriers(
                trunks, use, new TrunkRegistration.Room(names, transactions, this::flowTo, wheel, watch, clock, PAUSE));
        DigestAuthenticator digest = new DigestAuthenticator(config.realm(), nonces, names);
        Gatekeeper gatekeeper = new Gatekeeper(digest, credentials, guard, tells, clock);
        invites = new Invites(desk, gatekeeper, trunks, use, gateway, calls, clock);
        Neighbours neighbours = new Neighbours(decider);
        subscriptions = new Subscriptions(desk, neighbours, bindings, clock, calls.newMailbox());
        bindings.watchedBy(subscriptions::registrationChanged);
        messages = new PagerMessages(desk, neighbours, bindings, clock);
        transactions.deliverTo(new Reception(
                dialogs, gatekeeper, guard, new Registrar(bindings, clock), invites, subscriptions, messages));
    }

    /** Opens the ports; calls can come from now on. */
    public void open(List<TrunkConfig> configured, List<Binding> stored) throws IOException {
        trunks.load(configured);
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(config.bind()), config.sipPort());
        try {
            udp = new UdpTransport(
                    address,
                    reader,
                    new StunAndKeepAlive(),
                    UdpTransport.lanesFor(Runtime.getRuntime().availableProcessors()));
        } catch (IOException e) {
            throw new IOException(
                    "The UDP port " + config.sipPort() + " of " + config.bind() + " cannot be opened: "
                            + e.getMessage(),
                    e);
        }
        bindings.restore(stored, udp::to);
        streams.listen(Transport.TCP, address, () -> null);
        if (config.wsPort() > 0) {
            streams.listen(Transport.WS, new InetSocketAddress(address.getAddress(), config.wsPort()), () -> null);
        }
        if (config.tls().isPresent()) {
            openSecure(config.tls().get(), address.getAddress());
        }
        if (config.stunPort() > 0) {
            stun = Optional.of(new StunServer(new InetSocketAddress(address.getAddress(), config.stunPort())));
        }
        carriers.begin();
        wheel.every(WATCH.every(), carriers::look);
        wheel.every(Duration.ofSeconds(5), () -> {
            bindings.sweep();
            subscriptions.sweep();
        });
        wheel.every(Duration.ofSeconds(30), () -> {
            nonces.sweep();
            credentials.sweep();
            guard.sweep();
            messages.sweep();
        });
    }

    private void openSecure(EngineConfig.Tls tls, InetAddress bind) throws IOException {
        Certificates certificates = new Certificates(tls.certificate(), tls.key());
        streams.listen(Transport.TLS, new InetSocketAddress(bind, tls.port()), certificates::current);
        if (tls.wssPort() > 0) {
            streams.listen(Transport.WSS, new InetSocketAddress(bind, tls.wssPort()), certificates::current);
        }
        wheel.every(Duration.ofSeconds(5), certificates::refresh);
    }

    private Flow flowTo(Transport transport, InetSocketAddress address) {
        return transport == Transport.UDP ? udp.to(address) : streams.to(transport, address);
    }

    public Outside outside() {
        return gateway;
    }

    /** For the lamps of colleagues. */
    public Consumer<LegSight> lamps() {
        return subscriptions::saw;
    }

    public void messagesWaiting(SipIdentity who, int fresh, int heard) {
        subscriptions.messagesWaiting(who, new Lamps.Waiting(fresh, heard));
    }

    /** @param configured as asked for anew */
    public void trunksAre(List<TrunkConfig> configured) {
        carriers.load(configured);
    }

    /** Calls whose messages are remembered, the newest first. */
    public List<TracedCall> tracedCalls() {
        return trace.calls(MOST_TRACED);
    }

    public List<TracedMessage> trace(CallId call) {
        return trace.of(call);
    }

    /** The carriers' links, as they are doing. */
    public List<TrunkState> trunkStates() {
        return carriers.states();
    }

    public List<TrunkProbe> probe(TrunkId trunk) {
        return carriers.probe(trunk);
    }

    public void credentialChanged(SipIdentity who) {
        credentials.forget(who);
        bindings.removeAll(who, Why.DROPPED);
        subscriptions.endAllOf(who);
    }

    public List<BlockedSource> blockedSources() {
        return guard.blocked();
    }

    public void release(String address) {
        guard.release(address);
    }

    /** @param calls in progress now */
    public EngineFigures figures(int calls) {
        return new EngineFigures(
                calls,
                dialogs.size(),
                transactions.size(),
                streams.connections(),
                bindings.size(),
                guard.blocked().size(),
                udp == null ? 0 : udp.dropped());
    }

    /** New calls get 503 from now on; what runs goes on. */
    public void takeNoMore() {
        invites.takeNoMore();
    }

    /** A call that we begin: its first leg rings. */
    public void summon(Summons summons) {
        invites.summon(summons);
    }

    @Override
    public void close() {
        carriers.close();
        streams.close();
        try {
            if (udp != null) {
                udp.close();
            }
            if (stun.isPresent()) {
                stun.get().close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("A UDP port did not close", e);
        }
    }

    private static OurNames namesOf(EngineConfig config) throws IOException {
        Map<Transport, Integer> ports = new EnumMap<>(Transport.class);
        ports.put(Transport.UDP, config.sipPort());
        ports.put(Transport.TCP, config.sipPort());
        ports.put(Transport.WS, config.wsPort());
        ports.put(Transport.TLS, config.tls().map(EngineConfig.Tls::port).orElse(config.sipPort()));
        ports.put(Transport.WSS, config.tls().map(EngineConfig.Tls::wssPort).orElse(config.wsPort()));
        Set<String> aliases = new HashSet<>();
        aliases.add(OurNames.bracketed(config.bind().toLowerCase(Locale.ROOT)));
        config.publicAddresses()
                .digits()
                .forEach(ours -> aliases.add(OurNames.bracketed(ours.toLowerCase(Locale.ROOT))));
        if (InetAddress.getByName(config.bind()).isAnyLocalAddress()) {
            for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                Collections.list(card.getInetAddresses())
                        .forEach(address -> aliases.add(OurNames.bracketed(address.getHostAddress())));
            }
        }
        return new OurNames(
                config.domain().toLowerCase(Locale.ROOT), config.publicAddresses(), ports, Set.copyOf(aliases));
    }
}
