package ro.clickphone.engine.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A carrier's link, known by address: calls from one of {@code sources} are the trunk's, calls to it go to its {@code peers}.
 *
 * @param peers the carrier's machines, 1 or more: the lowest priority first, equal ones by weight; the next is tried when
 *     one does not answer or answers 5xx
 * @param login how we register or answer challenges there; never used towards anybody else
 * @param codecs names as in SDP, in the order to offer; empty for all that we have
 * @param channels most calls at a time; 0 for no limit
 * @param sources addresses or networks in CIDR form that the carrier calls from
 * @param format how numbers are written in requests to the carrier
 * @param caller how the caller is shown there
 * @param watch how we know which of the peers are alive
 * @param reserve the trunk that takes what goes out when none of these peers does, or all channels are in use
 */
public record TrunkConfig(
        TrunkId id,
        String name,
        List<Peer> peers,
        List<String> sources,
        NumberFormat format,
        Optional<Login> login,
        List<String> codecs,
        int channels,
        CallerRules caller,
        Watch watch,
        Optional<TrunkId> reserve) {
    public TrunkConfig {
        Objects.requireNonNull(id, "id");
        Checks.notBlank("name", name);
        peers = List.copyOf(peers);
        Checks.atLeast("number of peers", peers.size(), 1);
        sources = List.copyOf(sources);
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(login, "login");
        codecs = List.copyOf(codecs);
        Checks.atLeast("channels", channels, 0);
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(watch, "watch");
        Objects.requireNonNull(reserve, "reserve");
    }

    /** Whether we register there. */
    public boolean registers() {
        return login.filter(account -> account.registration() == Registration.REGISTERS)
                .isPresent();
    }

    /** A link to one machine, without login and limits. */
    public static TrunkConfig to(
            TrunkId id,
            String name,
            String host,
            int port,
            Transport transport,
            List<String> sources,
            NumberFormat format) {
        return new TrunkConfig(
                id,
                name,
                List.of(new Peer(host, port, transport, 1, 1)),
                sources,
                format,
                Optional.empty(),
                List.of(),
                0,
                CallerRules.USUAL,
                Watch.BY_CALLS,
                Optional.empty());
    }

    /** The same, with another to take its calls. */
    public TrunkConfig relievedBy(TrunkId other) {
        return new TrunkConfig(
                id, name, peers, sources, format, login, codecs, channels, caller, watch, Optional.of(other));
    }

    /**
     * One of the carrier's machines.
     *
     * @param host address or name
     * @param port from 1 to 65535
     * @param priority from 1, the lowest is tried first
     * @param weight from 1 to 1000, share among peers of one priority
     */
    public record Peer(String host, int port, Transport transport, int priority, int weight) {
        public Peer {
            Checks.notBlank("host", host);
            Checks.between("port", port, 1, 65535);
            Objects.requireNonNull(transport, "transport");
            Checks.atLeast("priority", priority, 1);
            Checks.between("weight", weight, 1, 1000);
        }
    }

    /** Our account at the carrier. */
    public record Login(String user, String password, Registration registration) {
        public Login {
            Checks.notBlank("user", user);
            Checks.notBlank("password", password);
            Objects.requireNonNull(registration, "registration");
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Login[" + user + ", " + registration + "]";
        }
    }

    /** Whether the carrier wants us to register. */
    public enum Registration {
        REGISTERS,
        STATIC
    }

    /**
     * How the caller is shown to the carrier.
     *
     * @param fallback E.164, shown for a caller without a number of the public network; empty for anonymous
     */
    public record CallerRules(Asserted asserted, FromUser from, Optional<String> fallback) {
        /** By P-Asserted-Identity and From. */
        public static final CallerRules USUAL =
                new CallerRules(Asserted.P_ASSERTED_IDENTITY, FromUser.CALLER, Optional.empty());

        public CallerRules {
            Objects.requireNonNull(asserted, "asserted");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(fallback, "fallback");
        }
    }

    /** How we know which of a carrier's machines are alive. */
    public enum Watch {
        /** Each is asked twice a minute. */
        BY_OPTIONS,
        /** By what becomes of calls; for carriers that count OPTIONS as an attack. */
        BY_CALLS
    }

    /** Which header says who calls, to a carrier that trusts us. */
    public enum Asserted {
        /** RFC 3325. */
        P_ASSERTED_IDENTITY,
        REMOTE_PARTY_ID,
        NONE
    }

    /** Whose name stands in From. */
    public enum FromUser {
        CALLER,
        /** Our account's: carriers for small customers refuse anything else. */
        LOGIN
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
