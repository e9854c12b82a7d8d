package ro.clickphone.engine.sip;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ro.clickphone.engine.api.Transport;

/**
 * Where a carrier wants the next request of a dialog: at the first route, or where its Contact is, which may be another
 * machine than the one that was called (RFC 3261 12.2.1.1, 8.1.2). Only plain addresses are followed: nobody waits for a
 * name server in the middle of a call.
 */
final class NextHop {
    private static final Pattern PLACE = Pattern.compile(
            "(?i)sip:(?:[^@>;?]*@)?(\\[[0-9a-f:.]+]|[0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?::([0-9]{1,5}))?(?=[;?>]|$)");
    private static final Pattern TRANSPORT = Pattern.compile("(?i);transport=([a-z]+)");
    private static final int USUAL_PORT = 5060;

    private NextHop() {}

    /** @param now by which the dialog goes so far @return empty when it is to go on so */
    static Optional<InetSocketAddress> of(String uri, Flow now) {
        Matcher place = PLACE.matcher(uri);
        boolean simple = now.transport() == Transport.UDP || now.transport() == Transport.TCP;
        if (!simple || !place.find() || !isSameTransport(uri, now.transport())) {
            return Optional.empty();
        }
        int port = place.group(2) == null ? USUAL_PORT : Integer.parseInt(place.group(2));
        if (port == 0 || port > 65_535) {
            return Optional.empty();
        }
        return addressOf(place.group(1))
                .filter(address -> isReachable(address, now.remote().getAddress()))
                .map(address -> new InetSocketAddress(address, port))
                .filter(there -> !there.equals(now.remote()));
    }

    private static boolean isSameTransport(String uri, Transport now) {
        Matcher named = TRANSPORT.matcher(uri);
        return !named.find() || named.group(1).toUpperCase(Locale.ROOT).equals(now.name());
    }

    private static Optional<InetAddress> addressOf(String host) {
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    /** A carrier whose gateway writes the address that it has inside is where its messages come from. */
    private static boolean isReachable(InetAddress address, InetAddress comesFrom) {
        return !address.isAnyLocalAddress()
                && !address.isMulticastAddress()
                && (!isInner(address) || isInner(comesFrom));
    }

    private static boolean isInner(InetAddress address) {
        boolean uniqueLocal = address.getAddress().length == 16 && (address.getAddress()[0] & 0xFE) == 0xFC;
        return uniqueLocal
                || address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress();
    }
}
