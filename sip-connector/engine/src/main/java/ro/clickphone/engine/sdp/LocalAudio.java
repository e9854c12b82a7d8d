package ro.clickphone.engine.sdp;

import java.util.List;
import java.util.Objects;

/**
 * Our end of a leg's audio.
 *
 * @param address what the far end is told, in digits
 * @param rtpPort even; its reports come to the next one
 * @param session our name of the session (RFC 8866 5.2)
 * @param codecs that we take
 * @param secrecy whether the audio is encrypted
 */
public record LocalAudio(String address, int rtpPort, long session, List<Codec> codecs, Order order, Secrecy secrecy) {
    public LocalAudio {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(secrecy, "secrecy");
        codecs = List.copyOf(codecs);
    }

    /** Whose order of codecs counts in an answer. */
    public enum Order {
        OURS,
        OFFERERS
    }

    /** Whether keys are exchanged in offers and answers (RFC 4568). */
    public enum Secrecy {
        NEVER,
        /** When both ends can: keys beside {@code RTP/AVP} (RFC 8643), or {@code RTP/SAVP} of the far end. */
        IF_POSSIBLE,
        REQUIRED
    }
}
