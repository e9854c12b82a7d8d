package ro.clickphone.engine.sip;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.sdp.OwnAddresses;

/**
 * What we are called: our domain, and our addresses in Via and Contact.
 *
 * @param addresses as far ends are told them
 * @param ports of the open transports
 * @param aliases hosts, in lower case, that mean our domain
 */
record OurNames(String domain, OwnAddresses addresses, Map<Transport, Integer> ports, Set<String> aliases) {

    /** Our domain, under whichever of our names it was addressed. Others keep theirs, and are unknown to everybody. */
    SipIdentity identity(String user, String host) {
        return new SipIdentity(user, isOurs(host) ? domain : host);
    }

    boolean isOurs(String host) {
        String plain = host.toLowerCase(Locale.ROOT);
        return plain.equals(domain) || aliases.contains(plain);
    }

    /** As written in SIP to somebody there: our address of that family. */
    String host(InetSocketAddress far) {
        return bracketed(addresses.towards(far.getAddress()));
    }

    /** The value of a Via header. */
    String via(Flow flow, String branch) {
        return "SIP/2.0/" + flow.transport() + ' ' + here(flow) + ";rport;branch=" + branch;
    }

    /** Our Contact towards somebody whom we talk to by that flow. */
    String contact(Flow flow) {
        String parameter = flow.transport() == Transport.UDP
                ? ""
                : ";transport=" + flow.transport().name().toLowerCase(Locale.ROOT);
        return "<sip:" + here(flow) + parameter + '>';
    }

    private String here(Flow flow) {
        return host(flow.remote()) + ':' + ports.get(flow.transport());
    }

    static String bracketed(String address) {
        return address.indexOf(':') >= 0 && !address.startsWith("[") ? '[' + address + ']' : address;
    }

    static String hostPort(InetSocketAddress address) {
        return bracketed(address.getAddress().getHostAddress()) + ':' + address.getPort();
    }
}
