package ro.clickphone.engine.sip;

import java.net.InetSocketAddress;
import ro.clickphone.engine.api.Transport;

/** A way to one far end: a UDP address, or a connection. Messages that came by a flow are answered by it (RFC 5626). */
interface Flow {
    Transport transport();

    /** Where the far end really is. */
    InetSocketAddress remote();

    /** Returns at once. @param failed is run when it certainly did not get away */
    void send(byte[] message, Runnable failed);

    /** A connection that is closed carries nothing any more; UDP is always open. */
    boolean isOpen();

    /** Somebody proved to be a user by it: it may be silent for as long as a registration lasts. */
    default void trusted() {}

    default boolean isReliable() {
        return transport() != Transport.UDP;
    }
}
