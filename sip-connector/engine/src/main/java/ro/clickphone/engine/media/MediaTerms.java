package ro.clickphone.engine.media;

import java.util.List;
import java.util.Objects;

/**
 * On what terms a leg's audio is agreed.
 *
 * @param protection how the audio is encrypted
 * @param codecs names as in SDP ({@code PCMA}, {@code PCMU}, {@code G722}, {@code opus}), in our order; empty for all
 */
public record MediaTerms(Protection protection, List<String> codecs) {
    /** In clear, all codecs. */
    public static final MediaTerms PLAIN = new MediaTerms(Protection.OFF, List.of());

    public MediaTerms {
        Objects.requireNonNull(protection, "protection");
        codecs = List.copyOf(codecs);
    }

    /** How the audio is encrypted (RFC 3711). */
    public enum Protection {
        /** RTP/AVP only. */
        OFF,
        /** By SDES (RFC 4568) when the far end can: our own offers have keys beside RTP/AVP (RFC 8643). */
        SDES_IF_POSSIBLE,
        /** By SDES, or not at all. */
        SDES_REQUIRED,
        /** A browser: UDP/TLS/RTP/SAVPF, DTLS-SRTP (RFC 5764), ICE-lite, rtcp-mux. */
        WEBRTC
    }
}
