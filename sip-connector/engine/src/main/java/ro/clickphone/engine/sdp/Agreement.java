package ro.clickphone.engine.sdp;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What two ends have agreed on for their audio.
 *
 * @param codec what we speak
 * @param sent codecs that the far end takes, with its payload types
 * @param received payload types that the far end may send, with what they mean
 * @param eventSent how digits go to the far end; empty when it takes none
 * @param eventsReceived how digits may come
 * @param rtp where the far end wants its audio; empty while it wants none (0.0.0.0)
 * @param rtcp where it wants its reports; the same as {@code rtp} when both share a port
 * @param sharedPort whether RTCP comes and goes on the port of RTP (RFC 5761)
 * @param far who sends, as the far end sees it
 * @param encryption its keys; empty when the audio is in clear
 * @param farCodecs all codecs of its description that we know, in its order
 */
public record Agreement(
        Codec codec,
        Map<Codec, Integer> sent,
        Map<Integer, Codec> received,
        Optional<TelephoneEvent> eventSent,
        List<TelephoneEvent> eventsReceived,
        Optional<InetSocketAddress> rtp,
        Optional<InetSocketAddress> rtcp,
        boolean sharedPort,
        Direction far,
        Optional<Encryption> encryption,
        List<Codec> farCodecs) {
    public Agreement {
        sent = Map.copyOf(sent);
        received = Map.copyOf(received);
        eventsReceived = List.copyOf(eventsReceived);
        farCodecs = List.copyOf(farCodecs);
    }

    /** Whether the far end asked us to be silent: hold. */
    public boolean isHeld() {
        return !far.receives() || !hasPlace();
    }

    /** Whether the far end is to send: then its silence means something. */
    public boolean farSends() {
        return far.sends() && hasPlace();
    }

    /** A browser's place is proved by its checks. */
    private boolean hasPlace() {
        return rtp.isPresent()
                || encryption
                        .filter(Encryption.BrowserHandshake.class::isInstance)
                        .isPresent();
    }
}
