package ro.clickphone.portal.operator;

import java.io.Serializable;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.pbx.number.NewTrunk;

/** One of a carrier's machines as it is being typed. */
public class MachineForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private String host = "";
    private int port = 5060;
    private Transport transport = Transport.UDP;
    private int priority = 1;
    private int weight = 1;

    MachineForm() {}

    MachineForm(TrunkConfig.Peer peer) {
        host = peer.host();
        port = peer.port();
        transport = peer.transport();
        priority = peer.priority();
        weight = peer.weight();
    }

    NewTrunk.Peer order() {
        return new NewTrunk.Peer(host, port, transport, priority, weight);
    }

    public String getHost() {
        return host;
    }

    public void setHost(String text) {
        host = text == null ? "" : text.strip();
    }

    public int getPort() {
        return port;
    }

    public void setPort(int number) {
        port = number;
    }

    public Transport getTransport() {
        return transport;
    }

    public void setTransport(Transport chosen) {
        transport = chosen;
    }

    public int getPriority() {
        return priority;
    }

    public void setPriority(int number) {
        priority = number;
    }

    public int getWeight() {
        return weight;
    }

    public void setWeight(int number) {
        weight = number;
    }
}
