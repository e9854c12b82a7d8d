package ro.clickphone.engine.media;

import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * On what terms a leg's audio is agreed.
 *
 * @param protection how the audio is encrypted
 * @param codecs names as in SDP ({@code PCMA}, {@code PCMU}, {@code G722}, {@code opus}), in our order; empty for all
 * @param far where it is signalled from: it is offered our address of that family
 */
public record MediaTerms(Protection protection, List<String> codecs, Optional<InetAddress> far) {
    /** In clear, all codecs. */
    public static final MediaTerms PLAIN = new MediaTerms(Protection.OFF, List.of());

    public MediaTerms {
        Objects.requireNonNull(protection, "protection");
        codecs = List.copyOf(codecs);
        Objects.requireNonNull(far, "far");
    }

    /** Of a leg that may be anywhere. */
    public MediaTerms(Protection protection, List<String> codecs) {
        this(protection, codecs, Optional.empty());
    }

    public MediaTerms towards(InetAddress address) {
        return new MediaTerms(protection, codecs, Optional.of(address));
    }

    /** How the audio is encrypted (RFC 3711). */
    public enum Protection {
        /** RTP/AVP only. */
        OFF,
        /** By DTLS (RFC 5763) when the far end wants it: no keys in offers and answers, which others can read. */
        BY_HANDSHAKE_IF_POSSIBLE,
        /** By SDES (RFC 4568) or DTLS when the far end can: our own offers have keys beside RTP/AVP (RFC 8643). */
        IF_POSSIBLE,
        /** By SDES or DTLS, or not at all. */
        REQUIRED,
        /** A browser: UDP/TLS/RTP/SAVPF, DTLS-SRTP (RFC 5764), ICE-lite, rtcp-mux. */
        WEBRTC
    }
}
