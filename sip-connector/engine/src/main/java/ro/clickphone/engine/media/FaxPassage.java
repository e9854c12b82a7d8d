package ro.clickphone.engine.media;

import java.nio.ByteBuffer;
import java.util.Optional;

/** What is UDPTL among the datagrams that come when fax has just taken the audio's place. On the loop's thread. */
record FaxPassage(Optional<Wire> before, long since) {
    private static final int SHORTEST = 4;
    private static final long AUDIO_IS_OVER_NANOS = 2_000_000_000L;

    /** Audio that was under way is no fax; later there is none any more, and any number may be one of UDPTL's. */
    boolean isFax(ByteBuffer datagram, long nanos) {
        boolean audio = nanos - since < AUDIO_IS_OVER_NANOS
                && datagram.limit() > 12
                && (datagram.get(0) & 0xC0) == 0x80
                && before.filter(wire -> wire.isAudio(datagram.get(1) & 0x7F)).isPresent();
        return datagram.limit() >= SHORTEST && !audio;
    }

    /** T.38 9.1: the number goes first. */
    static int sequenceOf(ByteBuffer datagram) {
        return datagram.getShort(0) & 0xFFFF;
    }
}
