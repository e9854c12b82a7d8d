package ro.clickphone.pbx.fraud;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A setting that names addresses and networks, {@code 127.0.0.1, 10.0.0.0/8}. */
public record Networks(List<Network> all) {
    public Networks {
        all = List.copyOf(all);
    }

    /** @throws IllegalArgumentException for what is neither an address nor a network */
    public static Networks of(String setting) {
        return new Networks(Arrays.stream(setting.split("[,\\s]+"))
                .filter(one -> !one.isEmpty())
                .map(one -> Network.of(one).orElseThrow(() -> new IllegalArgumentException("no network: " + one)))
                .toList());
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Of what is no address: false. */
    public boolean contains(String address) {
        Optional<InetAddress> known = Network.address(address);
        return known.isPresent() && all.stream().anyMatch(network -> network.contains(known.get()));
    }

    /** Digits and dots or colons; names are not looked up. */
    public static boolean isAddress(String text) {
        return Network.address(text).isPresent();
    }
}
