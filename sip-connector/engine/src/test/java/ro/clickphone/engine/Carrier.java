package ro.clickphone.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;

/** A carrier's machine on loopback: answers requests as it was told, and remembers them. */
final class Carrier implements AutoCloseable {
    static final String SDP = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
            + "m=audio 40000 RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\n";

    private final DatagramSocket socket;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile InetSocketAddress exchange;
    private volatile Function<String, List<String>> manner;

    private Carrier(DatagramSocket socket, Function<String, List<String>> manner) {
        this.socket = socket;
        this.manner = manner;
        Thread thread = new Thread(this::serve, "carrier " + socket.getLocalPort());
        thread.setDaemon(true);
        thread.start();
    }

    /** @param manner the answers to a request, in their order */
    static Carrier that(Function<String, List<String>> manner) {
        try {
            return new Carrier(new DatagramSocket(new InetSocketAddress("127.0.0.1", 0)), manner);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Carrier silent() {
        return that(request -> List.of());
    }

    /** Takes every call, and answers everything else with 200. */
    static Carrier taking() {
        return that(request -> request.startsWith("ACK")
                ? List.of()
                : List.of(answer(request, 200, "", request.startsWith("INVITE") ? SDP : "")));
    }

    static Carrier refusing(int status) {
        return that(request -> request.startsWith("ACK") ? List.of() : List.of(answer(request, status, "", "")));
    }

    void behaves(Function<String, List<String>> next) {
        manner = next;
    }

    /** @param more whole lines */
    static String answer(String request, int status, String more, String body) {
        String to = Wire.lineOf(request, "To");
        StringBuilder text = new StringBuilder("SIP/2.0 " + status + " Whatever\r\n");
        for (String name : List.of("Via", "From", "Call-ID", "CSeq")) {
            text.append(name).append(": ").append(Wire.lineOf(request, name)).append("\r\n");
        }
        text.append("To: ")
                .append(to)
                .append(to.contains("tag=") ? "" : ";tag=carrier")
                .append("\r\n");
        if (!more.contains("Contact:")) {
            text.append("Contact: <sip:127.0.0.1:").append(portOf(request)).append(">\r\n");
        }
        text.append(more);
        text.append(body.isEmpty() ? "" : "Content-Type: application/sdp\r\n");
        return text + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** Where it was asked for. */
    private static String portOf(String request) {
        return request.split(" ")[1].replaceFirst(".*:(\\d+).*", "$1");
    }

    int port() {
        return socket.getLocalPort();
    }

    TrunkConfig.Peer peer(int priority) {
        return new TrunkConfig.Peer("127.0.0.1", socket.getLocalPort(), Transport.UDP, priority, 1);
    }

    /** Requests of that method so far. */
    List<String> got(String method) {
        return requests.stream()
                .filter(request -> request.startsWith(method + " "))
                .toList();
    }

    /** Sends something that was not asked for to the exchange. */
    void say(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, exchange));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
                socket.receive(packet);
                exchange = (InetSocketAddress) packet.getSocketAddress();
                String message = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                if (!message.startsWith("SIP/")) {
                    requests.add(message);
                    manner.apply(message).forEach(this::say);
                }
            } catch (IOException e) {
                // closed
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
