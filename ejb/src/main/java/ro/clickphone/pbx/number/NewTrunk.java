package ro.clickphone.pbx.number;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * The order to make a link to a carrier.
 *
 * @param name 1 to 64 characters
 * @param host address or name of the carrier's peer
 * @param sources 1 to 16 addresses or networks (CIDR) that the carrier calls from
 */
public record NewTrunk(
        String name,
        String host,
        int port,
        Transport transport,
        List<String> sources,
        TrunkConfig.NumberFormat format) {
    private static final int MOST_SOURCES = 16;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?|[0-9A-Fa-f:]+");
    private static final Pattern ADDRESS = Pattern.compile(
            "((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** @throws Refusal {@code trunk.name}, {@code trunk.host}, {@code trunk.port}, {@code trunk.transport} or {@code trunk.sources} */
    public NewTrunk {
        name = name.strip();
        if (name.isEmpty() || name.length() > 64 || name.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal("trunk.name", "name", 64);
        }
        if (!HOST.matcher(host).matches()) {
            throw new Refusal("trunk.host", "host");
        }
        if (port < 1 || port > 65_535) {
            throw new Refusal("trunk.port", "port", 1, 65_535);
        }
        if (transport != Transport.UDP && transport != Transport.TCP) {
            throw new Refusal("trunk.transport", "transport", Transport.UDP, Transport.TCP);
        }
        sources = sources.stream().map(String::strip).distinct().toList();
        if (sources.isEmpty()
                || sources.size() > MOST_SOURCES
                || !sources.stream().allMatch(NewTrunk::isNetwork)) {
            throw new Refusal("trunk.sources", "sources", 1, MOST_SOURCES);
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
