package ro.clickphone.pbx.fraud;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** From where an account's phones may register and its people sign in; without a line from anywhere (manual, item 160). */
public record AllowedSources(List<AllowedSource> lines) {
    public static final AllowedSources ANYWHERE = new AllowedSources(List.of());

    public AllowedSources {
        lines = List.copyOf(lines);
    }

    /**
     * Whether somebody may come from there.
     *
     * @param countries to whom an address belongs
     */
    public boolean admits(String address, Countries countries, Instant now) {
        boolean restricted = lines.stream().anyMatch(line -> line.until().isEmpty());
        if (!restricted) {
            return true;
        }
        Optional<InetAddress> known = Network.address(address);
        return known.isPresent()
                && lines.stream()
                        .filter(line -> line.isInForce(now))
                        .anyMatch(line -> line.isCountry()
                                ? countries
                                        .of(known.get())
                                        .filter(line.text()::equals)
                                        .isPresent()
                                : new Network(line.text()).contains(known.get()));
    }
}
