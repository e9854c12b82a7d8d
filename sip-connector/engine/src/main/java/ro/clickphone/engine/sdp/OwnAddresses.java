package ro.clickphone.engine.sdp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Our addresses as far ends are told them: one of each family, IPv4 and IPv6, that we have.
 *
 * @param digits the first one is told to those whose family is not known, or not ours
 */
public record OwnAddresses(List<String> digits) {
    public OwnAddresses {
        digits = List.copyOf(digits);
        if (digits.isEmpty()) {
            throw new IllegalArgumentException("no address");
        }
    }

    public static OwnAddresses of(String... digits) {
        return new OwnAddresses(List.of(digits));
    }

    public String first() {
        return digits.get(0);
    }

    /** The one that somebody at that address can reach. */
    public String towards(InetAddress far) {
        boolean v6 = far instanceof Inet6Address;
        return digits.stream().filter(ours -> isV6(ours) == v6).findFirst().orElseGet(this::first);
    }

    /** The same for somebody at that address: its own stands first. */
    public OwnAddresses preferring(InetAddress far) {
        String best = towards(far);
        return new OwnAddresses(
                Stream.concat(Stream.of(best), digits.stream()).distinct().toList());
    }

    private static boolean isV6(String address) {
        return address.indexOf(':') >= 0;
    }
}
