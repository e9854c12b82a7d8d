package ro.clickphone.engine.sip;

import java.net.InetSocketAddress;

/** What phones send to the SIP port to keep their way through an address translation open (RFC 5626 4.4). */
final class StunAndKeepAlive implements UdpTransport.UdpSide {

    @Override
    public boolean takes(byte[] packet, Flow flow) {
        Stun.answer(packet, flow.remote()).ifPresent(answer -> flow.send(answer, () -> {}));
        return true;
    }

    @Override
    public boolean isBlocked(InetSocketAddress source) {
        return false;
    }
}
