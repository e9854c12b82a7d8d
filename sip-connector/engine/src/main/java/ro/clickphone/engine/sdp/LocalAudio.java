package ro.clickphone.engine.sdp;

import java.util.List;
import java.util.Objects;

/**
 * Our end of a leg's audio.
 *
 * @param addresses what the far end is told: in offers the first, in answers the one of the offer's family
 * @param rtpPort even; its reports come to the next one
 * @param session our name of the session (RFC 8866 5.2)
 * @param codecs that we take
 */
public record LocalAudio(OwnAddresses addresses, int rtpPort, long session, List<Codec> codecs, Order order) {
    public LocalAudio {
        Objects.requireNonNull(addresses, "addresses");
        Objects.requireNonNull(order, "order");
        codecs = List.copyOf(codecs);
    }

    /** Whose order of codecs counts in an answer. */
    public enum Order {
        OURS,
        OFFERERS
    }
}
