package ro.clickphone.engine.media;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import ro.clickphone.engine.sdp.Encryption;

/** What a far end sends besides audio on the ports of the audio, to prove where or who it is. On the loop's thread. */
sealed interface Door permits BrowserDoor, PhoneDoor {
    void agree(Optional<Encryption> encryption);

    /** Whether it proves where the far end is; else it is where its description says. */
    boolean provesPlace();

    /** @return whether the datagram was for the door and not for the ear */
    boolean takes(ByteBuffer datagram, InetSocketAddress from);

    /** The same, on the port of the reports. */
    boolean takesFromReports(ByteBuffer datagram, InetSocketAddress from);

    void close();
}
