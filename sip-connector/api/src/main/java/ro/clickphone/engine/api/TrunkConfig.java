package ro.clickphone.engine.api;

import java.util.List;
import java.util.Objects;

/**
 * A carrier's link, known by address: calls from one of {@code sources} are the trunk's, calls to it go to {@code host}.
 *
 * @param host address or name of the carrier's peer
 * @param port from 1 to 65535
 * @param sources addresses or networks in CIDR form that the carrier calls from
 * @param format how numbers are written in requests to the carrier
 */
public record TrunkConfig(
        TrunkId id,
        String name,
        String host,
        int port,
        Transport transport,
        List<String> sources,
        NumberFormat format) {
    public TrunkConfig {
        Objects.requireNonNull(id, "id");
        Checks.notBlank("name", name);
        Checks.notBlank("host", host);
        Checks.between("port", port, 1, 65535);
        Objects.requireNonNull(transport, "transport");
        sources = List.copyOf(sources);
        Objects.requireNonNull(format, "format");
    }

    /** How a carrier wants an E.164 number written. */
    public enum NumberFormat {
        /** {@code +40216583456} */
        E164_PLUS,
        /** {@code 40216583456} */
        E164,
        /** {@code 0216583456}, and {@code 00…} for other countries */
        NATIONAL
    }
}
