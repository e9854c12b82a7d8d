package ro.clickphone.rar;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import ro.clickphone.engine.EngineConfig;
import ro.clickphone.engine.EngineConfig.AudioKeys;
import ro.clickphone.engine.EngineConfig.AudioThreads;
import ro.clickphone.engine.sdp.OwnAddresses;

/** The keys of {@code server-config/settings.md} that concern the engine; a wrong one is said in a sentence. */
final class EngineSettings {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,5})-([0-9]{1,5})");
    private static final Duration ASK_DEADLINE = Duration.ofSeconds(4);
    private static final int FEWEST_RTP_PORTS = 4;

    private final Function<String, Optional<String>> given;

    EngineSettings(Function<String, Optional<String>> given) {
        this.given = key -> given.apply(key).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** System properties before the environment. */
    static EngineSettings ofThisServer() {
        Config config = ConfigProvider.getConfig();
        return new EngineSettings(key -> config.getOptionalValue(key, String.class));
    }

    EngineConfig engine() {
        String bind = address("PBX_SIP_BIND").orElse("0.0.0.0");
        int[] rtp = rtpPorts();
        return new EngineConfig(
                bind,
                given.apply("PBX_PUBLIC_ADDRESS").map(EngineSettings::told).orElseGet(() -> reachable(bind)),
                port("PBX_SIP_PORT", 26999),
                tls(),
                portOrNone("PBX_WS_PORT"),
                portOrNone("PBX_STUN_PORT"),
                is("PBX_SRTP_WITHOUT_TLS", "no", "yes") ? AudioKeys.OVER_ANY_TRANSPORT : AudioKeys.OVER_TLS,
                is("PBX_REAL_TIME_AUDIO", "off", "on") ? AudioThreads.REAL_TIME : AudioThreads.ORDINARY,
                given.apply("PBX_SIP_DOMAIN").orElse("pbx.clickphone.ro"),
                given.apply("PBX_SIP_REALM").orElse("pbx.clickphone.ro"),
                rtp[0],
                rtp[1],
                data().resolve("recordings"),
                data().resolve("prompts"),
                given.apply("PBX_SYSTEM_PROMPTS").map(Path::of),
                ASK_DEADLINE);
    }

    /** Where records of ended calls wait. */
    Path spool() {
        return data().resolve("spool");
    }

    Duration drain() {
        return Duration.ofSeconds(number("PBX_DRAIN_SECONDS", 5, 0, 3600));
    }

    /** How many decisions may be under way. */
    int asks() {
        return number("PBX_ASKS", 128, 1, 180);
    }

    private Path data() {
        return Path.of(given.apply("PBX_DATA").orElse("data")).toAbsolutePath().normalize();
    }

    private Optional<EngineConfig.Tls> tls() {
        return given.apply("PBX_TLS_CERTIFICATE")
                .map(certificate -> new EngineConfig.Tls(
                        port("PBX_SIPS_PORT", 26998),
                        portOrNone("PBX_WSS_PORT"),
                        Path.of(certificate),
                        Path.of(given.apply("PBX_TLS_KEY")
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "PBX_TLS_CERTIFICATE is set, so PBX_TLS_KEY must be set too.")))));
    }

    /** Whether the key has that word, and not the one that it has normally. */
    private boolean is(String key, String normally, String other) {
        String text = given.apply(key).orElse(normally);
        if (!text.equals(normally) && !text.equals(other)) {
            throw new IllegalArgumentException(key + " must be " + other + " or " + normally + ", it is " + text + ".");
        }
        return text.equals(other);
    }

    /** An even one first, an odd one last: RTP and its RTCP. */
    private int[] rtpPorts() {
        String text = given.apply("PBX_RTP_PORTS").orElse("30000-39999");
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            int first = (Integer.parseInt(range.group(1)) + 1) / 2 * 2;
            int last = (Integer.parseInt(range.group(2)) - 1) / 2 * 2 + 1;
            if (first > 0 && last <= 65535 && last - first + 1 >= FEWEST_RTP_PORTS) {
                return new int[] {first, last};
            }
        }
        throw new IllegalArgumentException("PBX_RTP_PORTS must look like 30000-39999, it is " + text + ".");
    }

    private int port(String key, int normally) {
        return number(key, normally, 1, 65535);
    }

    private int portOrNone(String key) {
        return number(key, 0, 0, 65535);
    }

    private int number(String key, int normally, int least, int most) {
        Optional<String> text = given.apply(key);
        if (text.isEmpty()) {
            return normally;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(
                key + " must be a number from " + least + " to " + most + ", it is " + text.get() + ".");
    }

    private Optional<String> address(String key) {
        return given.apply(key).map(text -> digits(key, text));
    }

    private static String digits(String key, String text) {
        try {
            return digits(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(key + " must be an address, it is " + text + ".", e);
        }
    }

    /** Without the card's name behind it, which is nobody's business elsewhere. */
    private static String digits(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*", "");
    }

    /** One address, or one of IPv4 and one of IPv6. */
    private static OwnAddresses told(String text) {
        List<String> addresses = Arrays.stream(text.split(",", -1))
                .map(one -> digits("PBX_PUBLIC_ADDRESS", one.strip()))
                .toList();
        long six = addresses.stream().filter(one -> one.indexOf(':') >= 0).count();
        if (six > 1 || addresses.size() - six > 1) {
            throw new IllegalArgumentException(
                    "PBX_PUBLIC_ADDRESS must be one address, or one of IPv4 and one of IPv6, it is " + text + ".");
        }
        return new OwnAddresses(addresses);
    }

    /**
     * What phones are told when nobody said it: where we are bound, or this machine's first address in a network, and its
     * first one of IPv6 that is good beyond the cable.
     */
    private static OwnAddresses reachable(String bind) {
        try {
            if (!InetAddress.getByName(bind).isAnyLocalAddress()) {
                return OwnAddresses.of(bind);
            }
            List<InetAddress> ours = Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                    .filter(EngineSettings::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .toList();
            InetAddress four = ours.stream()
                    .filter(Inet4Address.class::isInstance)
                    .findFirst()
                    .orElseGet(InetAddress::getLoopbackAddress);
            return new OwnAddresses(Stream.concat(
                            Stream.of(four),
                            ours.stream().filter(Inet6Address.class::isInstance).limit(1))
                    .map(EngineSettings::digits)
                    .toList());
        } catch (UnknownHostException | SocketException e) {
            throw new IllegalArgumentException("PBX_PUBLIC_ADDRESS must be set: this machine's address is unclear.", e);
        }
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (SocketException e) {
            return false;
        }
    }
}
