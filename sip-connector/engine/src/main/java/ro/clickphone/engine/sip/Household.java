package ro.clickphone.engine.sip;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Who stands behind an address. With IPv6 each customer of a provider has at least the 2^64 addresses of a /64 (RFC 6177)
 * and may send from another one each time: counted one by one, no limit would ever be reached.
 */
final class Household {
    private static final int IPV4 = 4;
    private static final int PREFIX = 8;

    private Household() {}

    /** @return an address of IPv4 as it is, of IPv6 the first of its /64 */
    static InetAddress of(InetAddress address) {
        byte[] octets = address.getAddress();
        if (octets.length == IPV4) {
            return address;
        }
        Arrays.fill(octets, PREFIX, octets.length, (byte) 0);
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // of 16 octets there is always one
        }
    }
}
