package ro.clickphone.engine.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a carrier's link is doing, as this node sees it.
 *
 * @param login empty when the trunk does not register
 * @param calls in both directions, now
 * @param channels most calls at a time; 0 for no limit
 */
public record TrunkState(
        TrunkId id, String name, List<PeerState> peers, Optional<LoginState> login, int calls, int channels) {
    public TrunkState {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        peers = List.copyOf(peers);
        Objects.requireNonNull(login, "login");
    }

    /** Whether calls can go out by it now. */
    public boolean isUsable() {
        return peers.stream().anyMatch(peer -> peer.reach() != Reach.DOWN);
    }

    /**
     * One of the carrier's machines.
     *
     * @param address where its name led to
     * @param since when it became so
     * @param roundTripMillis of the last OPTIONS that was answered; 0 when none was
     */
    public record PeerState(String address, Transport transport, Reach reach, Instant since, long roundTripMillis) {
        public PeerState {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(transport, "transport");
            Objects.requireNonNull(reach, "reach");
            Objects.requireNonNull(since, "since");
        }
    }

    /** Whether a machine answers. */
    public enum Reach {
        /** It was never heard of; it may be one that answers no OPTIONS. */
        UNKNOWN,
        UP,
        /** Passed over while another one is not. */
        DOWN
    }

    /**
     * Our registration at the carrier.
     *
     * @param status of the carrier's last answer; 408 or 503 when there was none
     * @param until when it must be renewed; empty when it does not stand
     */
    public record LoginState(Standing standing, int status, Instant since, Optional<Instant> until) {
        public LoginState {
            Objects.requireNonNull(standing, "standing");
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(until, "until");
        }
    }

    /** Whether we are registered. */
    public enum Standing {
        TRYING,
        REGISTERED,
        /** The carrier does not want us: a wrong login, or an account that is closed. */
        REFUSED,
        UNREACHABLE
    }
}
