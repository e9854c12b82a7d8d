package ro.clickphone.engine.sdp;

import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Draws up an {@link Agreement} from the far end's media block and the formats of both.
 *
 * @param theirs formats of the block
 */
record Agreed(MediaDescription audio, List<Format> theirs, Codec codec) {
    /**
     * @param taken formats that the far end takes
     * @param ours formats that the far end may send
     * @param common codecs of both
     */
    Agreement by(List<Format> taken, List<Format> ours, Set<Codec> common, Optional<Encryption> encryption)
            throws SdpException {
        boolean noise = Formats.noise(taken, codec).isPresent()
                && Formats.noise(ours, codec).isPresent();
        Map<Codec, Integer> sent = new EnumMap<>(Codec.class);
        for (Format format : taken) {
            Optional<Codec> known = Codec.of(format);
            if (known.isPresent() && (common.contains(known.get()) || (noise && known.get() == Codec.COMFORT_NOISE))) {
                sent.putIfAbsent(known.get(), format.payloadType());
            }
        }
        Map<Integer, Codec> received = new HashMap<>();
        for (Format format : ours) {
            Codec.of(format).filter(sent::containsKey).ifPresent(c -> received.putIfAbsent(format.payloadType(), c));
        }
        // an answer may renumber (RFC 3264 6.1); then either number may come
        sent.forEach((codec, type) -> received.putIfAbsent(type, codec));
        boolean sharedPort = audio.has("rtcp-mux");
        boolean browser =
                encryption.filter(Encryption.BrowserHandshake.class::isInstance).isPresent();
        Optional<InetSocketAddress> rtp = browser ? Optional.empty() : Addresses.placeOf(audio);
        Optional<TelephoneEvent> event =
                Formats.event(taken, codec).map(f -> new TelephoneEvent(f.payloadType(), f.clockRate()));
        return new Agreement(
                codec,
                sent,
                received,
                event,
                event.isPresent() ? Formats.events(ours) : List.of(),
                rtp,
                sharedPort ? rtp : rtp.map(this::rtcp),
                sharedPort,
                audio.direction().orElse(Direction.SENDRECV),
                encryption,
                Formats.codecsAndNoise(theirs));
    }

    /** The next port, or what {@code a=rtcp} says (RFC 3605), on the same machine: reports are no reason to go elsewhere. */
    private InetSocketAddress rtcp(InetSocketAddress rtp) {
        int next = rtp.getPort() == 65_535 ? rtp.getPort() : rtp.getPort() + 1;
        int port = audio.attribute("rtcp")
                .flatMap(value -> MediaDescription.number(value.split("\\s+")[0], 65_535))
                .filter(number -> number >= Addresses.FIRST_PORT)
                .orElse(next);
        return new InetSocketAddress(rtp.getAddress(), port);
    }
}
