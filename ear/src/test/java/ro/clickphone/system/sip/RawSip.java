package ro.clickphone.system.sip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain SIP text to the exchange from an address of one's choice: whole messages, halves of them, and nonsense. */
final class RawSip implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 5000;
    private static final int LARGEST = 65_535;

    private final DatagramSocket socket;
    private final InetSocketAddress exchange;

    private RawSip(DatagramSocket socket, InetSocketAddress exchange) {
        this.socket = socket;
        this.exchange = exchange;
    }

    static RawSip from(String address, InetSocketAddress exchange) {
        try {
            return new RawSip(new DatagramSocket(new InetSocketAddress(address, 0)), exchange);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void send(byte[] bytes) {
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, exchange));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next message. @return empty when none came */
    Optional<String> receive(int millis) {
        try {
            DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
            socket.setSoTimeout(millis);
            socket.receive(packet);
            return Optional.of(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request, and returns its final answer. */
    Optional<String> ask(String request) {
        send(request.getBytes(StandardCharsets.UTF_8));
        Optional<String> answer = receive(PATIENCE_MILLIS);
        while (answer.isPresent() && answer.get().startsWith("SIP/2.0 1")) {
            answer = receive(PATIENCE_MILLIS);
        }
        return answer;
    }

    /** Whether the exchange still says what it can. */
    boolean isAnswered() {
        while (receive(1).isPresent()) {
            // late answers to what was sent before
        }
        return ask(request("OPTIONS", "", "sip:" + here(exchange), "anybody", UUID.randomUUID() + "", 1, ""))
                .filter(answer -> answer.startsWith("SIP/2.0 200"))
                .isPresent();
    }

    /** A request of no dialog. @param more whole lines */
    String request(String method, String user, String uri, String from, String callId, int cseq, String more) {
        return method + " " + uri + " SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP " + here() + ";rport;branch=z9hG4bK" + UUID.randomUUID() + "\r\n"
                + "Max-Forwards: 70\r\n"
                + "From: <sip:" + from + "@pbx.clickphone.ro>;tag=" + cseq + callId.hashCode() + "\r\n"
                + "To: <sip:" + (user.isEmpty() ? from : user) + "@pbx.clickphone.ro>\r\n"
                + "Call-ID: " + callId + "\r\n"
                + "CSeq: " + cseq + " " + method + "\r\n"
                + "Contact: <sip:" + from + "@" + here() + ">\r\n"
                + more
                + "Content-Length: 0\r\n\r\n";
    }

    /** Registers as sipp or a telephone does: asked, then with a digest. @return the answer to the digest */
    Optional<String> register(String user, String password) {
        String callId = UUID.randomUUID().toString();
        String uri = "sip:pbx.clickphone.ro";
        Optional<String> challenge = ask(request("REGISTER", "", uri, user, callId, 1, ""));
        return challenge.flatMap(
                asked -> ask(request("REGISTER", "", uri, user, callId, 2, digest(asked, user, password, uri))));
    }

    private static String digest(String challenge, String user, String password, String uri) {
        String realm = quoted(challenge, "realm");
        String nonce = quoted(challenge, "nonce");
        String ha1 = md5(user + ":" + realm + ":" + password);
        String response = md5(ha1 + ":" + nonce + ":00000001:abc:auth:" + md5("REGISTER:" + uri));
        return "Authorization: Digest username=\"" + user + "\", realm=\"" + realm + "\", nonce=\"" + nonce
                + "\", uri=\"" + uri + "\", algorithm=MD5, qop=auth, nc=00000001, cnonce=\"abc\", response=\""
                + response + "\"\r\n";
    }

    private static String quoted(String text, String name) {
        Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + name + " in\n" + text);
        }
        return matcher.group(1);
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String here() {
        return here((InetSocketAddress) socket.getLocalSocketAddress());
    }

    private static String here(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    @Override
    public void close() {
        socket.close();
    }

    /** A connection of which every byte is the test's. */
    static final class Connection implements AutoCloseable {
        private final Socket socket;

        Connection(InetSocketAddress exchange) {
            try {
                socket = new Socket(exchange.getAddress(), exchange.getPort());
                socket.setSoTimeout(PATIENCE_MILLIS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** What is sent when the exchange has closed the connection is lost, as in life. */
        void send(String text) {
            try {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // closed by the exchange
            }
        }

        /** What came until something has come, or the exchange has closed; empty when it stays silent. */
        String receive() {
            byte[] buffer = new byte[LARGEST];
            try {
                InputStream in = socket.getInputStream();
                int length = in.read(buffer);
                return length < 0 ? "" : new String(Arrays.copyOf(buffer, length), StandardCharsets.UTF_8);
            } catch (IOException e) {
                return "";
            }
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
