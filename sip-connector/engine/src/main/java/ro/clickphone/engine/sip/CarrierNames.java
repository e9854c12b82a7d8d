package ro.clickphone.engine.sip;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import ro.clickphone.engine.api.TrunkConfig;

/**
 * The machines behind a carrier's name: its addresses, or those of the hosts that its service record names (RFC 2782),
 * with the ports, priorities and weights of the record.
 */
final class CarrierNames {
    private static final int MOST_MACHINES = 32;
    private static final Comparator<Trunks.Peer> SAME_EACH_TIME =
            Comparator.comparing(peer -> peer.address().toString());

    private final String servers;

    /** Asks whom the system asks. */
    CarrierNames() {
        this("dns:");
    }

    /** @param servers URL of JNDI */
    CarrierNames(String servers) {
        this.servers = servers;
    }

    /** @return in the same order each time, however the name servers turn them */
    List<Trunks.Peer> machines(TrunkConfig.Peer named) throws UnknownHostException {
        List<Trunks.Peer> machines = new ArrayList<>();
        for (TrunkConfig.Peer peer : isService(named.host()) ? services(named) : List.of(named)) {
            for (InetAddress address : InetAddress.getAllByName(peer.host())) {
                machines.add(new Trunks.Peer(peer, new InetSocketAddress(address, peer.port())));
            }
        }
        return machines.stream().sorted(SAME_EACH_TIME).limit(MOST_MACHINES).toList();
    }

    /** {@code _sip._udp.carrier.example}: no host has such a name. */
    private static boolean isService(String name) {
        return name.startsWith("_");
    }

    @SuppressWarnings("BanJNDI") // of the DNS alone, which hands out texts and no objects; the name is the operator's
    private List<TrunkConfig.Peer> services(TrunkConfig.Peer named) throws UnknownHostException {
        Hashtable<String, String> how = new Hashtable<>();
        how.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        how.put(Context.PROVIDER_URL, servers);
        how.put("com.sun.jndi.dns.timeout.initial", "1000");
        how.put("com.sun.jndi.dns.timeout.retries", "3");
        List<TrunkConfig.Peer> services = new ArrayList<>();
        try {
            InitialDirContext dns = new InitialDirContext(how);
            try {
                Attribute records =
                        dns.getAttributes(named.host(), new String[] {"SRV"}).get("SRV");
                if (records != null) {
                    NamingEnumeration<?> all = records.getAll();
                    while (all.hasMore()) {
                        read(String.valueOf(all.next()), named, services);
                    }
                }
            } finally {
                dns.close();
            }
        } catch (NamingException e) {
            UnknownHostException unknown = new UnknownHostException(named.host());
            unknown.initCause(e);
            throw unknown;
        }
        if (services.isEmpty()) {
            throw new UnknownHostException(named.host());
        }
        return services;
    }

    /** {@code priority weight port host.}; the host "." says that there is no such service. */
    private static void read(String service, TrunkConfig.Peer named, List<TrunkConfig.Peer> services) {
        String[] words = service.split(" ");
        String host = words.length == 4 ? words[3].replaceFirst("\\.$", "") : "";
        if (host.isEmpty()) {
            return;
        }
        int port = Integer.parseInt(words[2]);
        if (port > 0) {
            services.add(new TrunkConfig.Peer(
                    host,
                    port,
                    named.transport(),
                    // below its own: what the operator says comes first
                    named.priority() * 100_000 + Integer.parseInt(words[0]),
                    Math.max(1, Math.min(1000, Integer.parseInt(words[1])))));
        }
    }
}
