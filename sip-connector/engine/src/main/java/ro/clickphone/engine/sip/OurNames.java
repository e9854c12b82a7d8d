package ro.clickphone.engine.sip;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Transport;

/**
 * What we are called: our domain, and our addresses in Via and Contact.
 *
 * @param publicHost as written in SIP, an IPv6 address in brackets
 * @param ports of the open transports
 * @param aliases hosts, in lower case, that mean our domain
 */
record OurNames(String domain, String publicHost, Map<Transport, Integer> ports, Set<String> aliases) {

    /** Our domain, under whichever of our names it was addressed. Others keep theirs, and are unknown to everybody. */
    SipIdentity identity(String user, String host) {
        return new SipIdentity(user, isOurs(host) ? domain : host);
    }

    boolean isOurs(String host) {
        String plain = host.toLowerCase(Locale.ROOT);
        return plain.equals(domain) || aliases.contains(plain) || plain.equals(publicHost);
    }

    /** The value of a Via header. */
    String via(Transport transport, String branch) {
        return "SIP/2.0/" + transport + ' ' + publicHost + ':' + ports.get(transport) + ";rport;branch=" + branch;
    }

    /** Our Contact towards somebody whom we talk to by that transport. */
    String contact(Transport transport) {
        String parameter = transport == Transport.UDP
                ? ""
                : ";transport=" + transport.name().toLowerCase(Locale.ROOT);
        return "<sip:" + publicHost + ':' + ports.get(transport) + parameter + '>';
    }

    static String bracketed(String address) {
        return address.indexOf(':') >= 0 && !address.startsWith("[") ? '[' + address + ']' : address;
    }

    static String hostPort(InetSocketAddress address) {
        return bracketed(address.getAddress().getHostAddress()) + ':' + address.getPort();
    }
}
