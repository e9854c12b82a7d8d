package ro.clickphone.pbx.number;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;

@Embeddable
class TrunkPeer {
    private String host;
    private int port;

    @Enumerated(EnumType.STRING)
    private Transport transport;

    private int priority;
    private int weight;

    protected TrunkPeer() {}

    TrunkPeer(NewTrunk.Peer order) {
        host = order.host();
        port = order.port();
        transport = order.transport();
        priority = order.priority();
        weight = order.weight();
    }

    TrunkConfig.Peer asConfig() {
        return new TrunkConfig.Peer(host, port, transport, priority, weight);
    }
}
