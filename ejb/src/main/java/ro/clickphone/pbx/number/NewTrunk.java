package ro.clickphone.pbx.number;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * The order to make a link to a carrier.
 *
 * @param name 1 to 64 characters
 * @param peers 1 to 8 machines of the carrier
 * @param sources 1 to 16 addresses or networks (CIDR) that the carrier calls from
 * @param codecs names as in SDP, in their order; empty for all
 * @param channels most calls at a time; 0 for no limit
 * @param reserve the trunk that takes what goes out when none of these machines does
 */
public record NewTrunk(
        String name,
        List<Peer> peers,
        List<String> sources,
        TrunkConfig.NumberFormat format,
        Optional<Login> login,
        List<String> codecs,
        int channels,
        TrunkConfig.CallerRules caller,
        TrunkConfig.Watch watch,
        Optional<TrunkId> reserve) {
    /** Machines of one carrier. */
    public static final int MOST_PEERS = 8;

    private static final int MOST_SOURCES = 16;
    private static final int MOST_CODECS = 8;
    private static final int MOST_CHANNELS = 10_000;
    private static final Pattern CODEC = Pattern.compile("[A-Za-z0-9-]{1,12}");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern ADDRESS = Pattern.compile(
            "((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /**
     * @throws Refusal {@code trunk.name}, {@code trunk.peers}, {@code trunk.sources}, {@code trunk.codecs},
     *     {@code trunk.channels} or {@code trunk.fallback}
     */
    public NewTrunk {
        name = name.strip();
        if (name.isEmpty() || name.length() > 64 || name.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal("trunk.name", "name", 64);
        }
        peers = List.copyOf(peers);
        if (peers.isEmpty() || peers.size() > MOST_PEERS) {
            throw new Refusal("trunk.peers", "peers", 1, MOST_PEERS);
        }
        sources = sources.stream().map(String::strip).distinct().toList();
        if (sources.isEmpty()
                || sources.size() > MOST_SOURCES
                || !sources.stream().allMatch(NewTrunk::isNetwork)) {
            throw new Refusal("trunk.sources", "sources", 1, MOST_SOURCES);
        }
        codecs = codecs.stream().map(String::strip).distinct().toList();
        if (codecs.size() > MOST_CODECS
                || !codecs.stream().allMatch(codec -> CODEC.matcher(codec).matches())) {
            throw new Refusal("trunk.codecs", "codecs", MOST_CODECS);
        }
        if (channels < 0 || channels > MOST_CHANNELS) {
            throw new Refusal("trunk.channels", "channels", MOST_CHANNELS);
        }
        if (caller.fallback().filter(number -> !E164.matcher(number).matches()).isPresent()) {
            throw new Refusal("trunk.fallback", "fallback");
        }
    }

    /** A link to one machine, without login and limits. */
    public static NewTrunk to(String name, Peer peer, List<String> sources, TrunkConfig.NumberFormat format) {
        return new NewTrunk(
                name,
                List.of(peer),
                sources,
                format,
                Optional.empty(),
                List.of(),
                0,
                TrunkConfig.CallerRules.USUAL,
                TrunkConfig.Watch.BY_CALLS,
                Optional.empty());
    }

    /**
     * A machine of the carrier.
     *
     * @param host address, name, or the name of a service record (RFC 2782), which brings ports, priorities and weights
     * @param priority 1 to 100, the lowest is tried first
     * @param weight 1 to 1000, share among machines of one priority
     */
    public record Peer(String host, int port, Transport transport, int priority, int weight) {
        private static final Pattern HOST =
                Pattern.compile("(_sips?\\._(udp|tcp)\\.)?[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?|[0-9A-Fa-f:]+");

        /**
         * @throws Refusal {@code trunk.host}, {@code trunk.port}, {@code trunk.transport}, {@code trunk.priority} or
         *     {@code trunk.weight}
         */
        public Peer {
            if (!HOST.matcher(host).matches()) {
                throw new Refusal("trunk.host", "host");
            }
            if (port < 1 || port > 65_535) {
                throw new Refusal("trunk.port", "port", 1, 65_535);
            }
            if (transport != Transport.UDP && transport != Transport.TCP && transport != Transport.TLS) {
                throw new Refusal("trunk.transport", "transport");
            }
            if (priority < 1 || priority > 100) {
                throw new Refusal("trunk.priority", "priority", 1, 100);
            }
            if (weight < 1 || weight > 1000) {
                throw new Refusal("trunk.weight", "weight", 1, 1000);
            }
        }

        /** The only one. */
        public static Peer of(String host, int port, Transport transport) {
            return new Peer(host, port, transport, 1, 1);
        }
    }

    /**
     * Our account at the carrier.
     *
     * @param password empty to leave it as it is
     */
    public record Login(String user, Optional<String> password, TrunkConfig.Registration registration) {
        private static final Pattern USER = Pattern.compile("[!-~&&[^\"\\\\<>:@]]{1,64}");
        private static final Pattern PASSWORD = Pattern.compile("[ -~]{1,128}");

        /** @throws Refusal {@code trunk.loginUser} or {@code trunk.loginPassword} */
        public Login {
            if (!USER.matcher(user).matches()) {
                throw new Refusal("trunk.loginUser", "login.user", 64);
            }
            if (password.filter(word -> !PASSWORD.matcher(word).matches()).isPresent()) {
                throw new Refusal("trunk.loginPassword", "login.password", 128);
            }
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Login[" + user + ", " + registration + "]";
        }
    }

    /** An address as figures, so nothing is asked of the DNS, with or without the length of a network's prefix. */
    private static boolean isNetwork(String text) {
        String[] parts = text.split("/", 2);
        if (!ADDRESS.matcher(parts[0]).matches()) {
            return false;
        }
        try {
            int bits = InetAddress.getByName(parts[0]).getAddress().length * 8;
            return parts.length == 1 || parts[1].matches("[0-9]{1,3}") && Integer.parseInt(parts[1]) <= bits;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
