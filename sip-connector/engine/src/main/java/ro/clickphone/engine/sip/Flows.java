package ro.clickphone.engine.sip;

import java.net.InetSocketAddress;
import ro.clickphone.engine.api.Transport;

/** Ways to addresses that we call first. */
interface Flows {
    /** A connection that is there already is used again. Returns at once; a connection may still be in the making. */
    Flow to(Transport transport, InetSocketAddress address);
}
