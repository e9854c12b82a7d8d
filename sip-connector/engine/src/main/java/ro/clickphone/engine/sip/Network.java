package ro.clickphone.engine.sip;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** An address, or all addresses with the same first bits (CIDR). */
record Network(InetAddress address, int bits) {

    static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text.trim() : text.substring(0, slash).trim();
        if (!Bindings.isLiteral(host)) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.getByName(host);
            int most = 8 * address.getAddress().length;
            int bits = slash < 0
                    ? most
                    : Integer.parseInt(text.substring(slash + 1).trim());
            return bits < 0 || bits > most ? Optional.empty() : Optional.of(new Network(address, bits));
        } catch (UnknownHostException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** That address alone. */
    static Network of(InetAddress address) {
        return new Network(address, 8 * address.getAddress().length);
    }

    boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i & 7);
            if ((mine[i >> 3] & mask) != (theirs[i >> 3] & mask)) {
                return false;
            }
        }
        return true;
    }
}
