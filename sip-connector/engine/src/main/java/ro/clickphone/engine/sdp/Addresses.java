package ro.clickphone.engine.sdp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Addresses written in digits. Names are not looked up: a stranger would make us ask, and a call would wait for it. */
final class Addresses {
    /** Below are the ports of well-known services, which nobody receives media on: somebody wants us to disturb them. */
    static final int FIRST_PORT = 1024;

    private static final int LONGEST = 45;

    private Addresses() {}

    static Optional<InetAddress> parse(String text) {
        boolean v6 = text.indexOf(':') >= 0;
        if (text.length() > LONGEST || !(v6 ? isV6(text) : isV4(text))) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    /** Audio goes to one machine: no multicast, no broadcast. */
    static boolean isOneMachine(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean broadcast = bytes.length == 4 && bytes[0] == -1 && bytes[1] == -1 && bytes[2] == -1 && bytes[3] == -1;
        return !address.isMulticastAddress() && !broadcast;
    }

    /** Where a media line wants its packets; empty while it wants none (0.0.0.0). */
    static Optional<InetSocketAddress> placeOf(MediaDescription line) throws SdpException {
        String written = line.address().orElseThrow(() -> new SdpException("no address for the media"));
        InetAddress address = parse(written)
                .filter(Addresses::isOneMachine)
                .orElseThrow(() -> new SdpException("an address that media cannot be sent to"));
        if (line.port() < FIRST_PORT) {
            throw new SdpException("a port that media cannot be sent to: " + line.port());
        }
        return address.isAnyLocalAddress()
                ? Optional.empty()
                : Optional.of(new InetSocketAddress(address, line.port()));
    }

    /** Ours of the family in which the far end says where it is; empty where it says nothing. */
    static Optional<String> familyAs(MediaDescription line, OwnAddresses ours) {
        return line.address().flatMap(Addresses::parse).map(ours::towards);
    }

    static String family(String address) {
        return address.indexOf(':') >= 0 ? "IP6" : "IP4";
    }

    private static boolean isV4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            if (part.length() > 3 || MediaDescription.number(part, 255).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isV6(String text) {
        return text.chars().allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0);
    }
}
