package ro.clickphone.pbx.fraud;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** An IPv4 or IPv6 network in CIDR form, {@code 192.0.2.0/24}; one address is a network of its own. */
public record Network(String text) {
    /** Shorter prefixes are no restriction any more, but look like one. */
    private static final int WIDEST_V4 = 8;

    private static final int WIDEST_V6 = 19;

    public Network {
        if (parse(text).isEmpty()) {
            throw new IllegalArgumentException("no network: " + text);
        }
    }

    /** @param written {@code 192.0.2.7}, {@code 192.0.2.0/24}, {@code 2001:db8::/48} */
    static Optional<Network> of(String written) {
        String stripped = written.strip();
        return parse(stripped).map(parsed -> new Network(parsed.written()));
    }

    /**
     * Who shares a way in with that address: the /24 of IPv4, and of IPv6 the /64 that one household is given.
     *
     * @return empty when it is no address
     */
    public static Optional<Network> around(String address) {
        return address(address)
                .flatMap(found -> of(found.getHostAddress() + (found.getAddress().length == 4 ? "/24" : "/64")));
    }

    boolean contains(InetAddress address) {
        Parsed network = parse(text).orElseThrow();
        byte[] octets = address.getAddress();
        return octets.length == network.octets().length && network.matches(octets);
    }

    /** The address of these digits; names are not looked up. */
    static Optional<InetAddress> address(String written) {
        if (!written.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") && !written.matches("[0-9a-fA-F:]*:[0-9a-fA-F:.]*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(written));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static Optional<Parsed> parse(String written) {
        int slash = written.indexOf('/');
        Optional<InetAddress> address = address(slash < 0 ? written : written.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        byte[] octets = address.get().getAddress();
        int most = octets.length * Byte.SIZE;
        String length = slash < 0 ? Integer.toString(most) : written.substring(slash + 1);
        if (!length.matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(length);
        int least = most == 32 ? WIDEST_V4 : WIDEST_V6;
        return bits < least || bits > most ? Optional.empty() : Optional.of(new Parsed(octets, bits));
    }

    private record Parsed(byte[] octets, int bits) {
        boolean matches(byte[] other) {
            return Arrays.equals(masked(octets), masked(other));
        }

        String written() {
            try {
                String address = InetAddress.getByAddress(masked(octets)).getHostAddress();
                return bits == octets.length * Byte.SIZE ? address : address + "/" + bits;
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }

        private byte[] masked(byte[] address) {
            byte[] masked = address.clone();
            for (int bit = bits; bit < masked.length * Byte.SIZE; bit++) {
                masked[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
            }
            return masked;
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
