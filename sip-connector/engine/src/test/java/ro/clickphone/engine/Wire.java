package ro.clickphone.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** A far end that sends any bytes and reads what comes back, by UDP or by one TCP connection. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE = 30_000;
    /** Timers E of RFC 3261: a datagram may be lost, on loopback too when the far end's buffer is full. */
    private static final int FIRST_REPEAT = 500;

    private static final int LAST_REPEAT = 4000;
    private static final int LARGEST = 65_535;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)");

    private final Line line;

    private Wire(Line line) {
        this.line = line;
    }

    /** Bytes out and messages in. */
    private interface Line extends AutoCloseable {
        void send(byte[] bytes) throws IOException;

        /** @return empty when nothing came in time, or nothing can come any more */
        Optional<String> receive(int millis) throws IOException;

        String here();

        String transport();

        @Override
        void close() throws IOException;
    }

    static Wire udp(String from, InetSocketAddress to) {
        try {
            return new Wire(new Udp(new DatagramSocket(new InetSocketAddress(from, 0)), to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Wire tcp(InetSocketAddress to) {
        try {
            return new Wire(new Tcp(new Socket(to.getAddress(), to.getPort()), "TCP"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any certificate will do. */
    static Wire tls(InetSocketAddress to) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Trusting()}, null);
            return new Wire(new Tcp(context.getSocketFactory().createSocket(to.getAddress(), to.getPort()), "TLS"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a browser does (RFC 7118). */
    static Wire webSocket(InetSocketAddress to) {
        return new Wire(new Ws(to));
    }

    private static final class Trusting extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    void send(byte[] bytes) {
        try {
            line.send(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void send(String text) {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    Optional<String> receive(int millis) {
        try {
            return line.receive(millis);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The next message that is not provisional. */
    Optional<String> finalAnswer(int millis) {
        Optional<String> answer = receive(millis);
        while (answer.isPresent() && answer.get().startsWith("SIP/2.0 1")) {
            answer = receive(millis);
        }
        return answer;
    }

    /**
     * Sends a request, by UDP again and again until something of it is heard, and returns its final answer; what else
     * comes is skipped.
     */
    Optional<String> ask(String request) {
        send(request);
        int repeat = FIRST_REPEAT;
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
        long next = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(repeat);
        boolean heard = !line.transport().equals("UDP");
        while (System.nanoTime() < deadline) {
            long until = heard ? deadline : Math.min(next, deadline);
            long millis = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            Optional<String> came = receive((int) Math.max(1, millis));
            Optional<String> message = came.filter(text -> answers(text, request));
            if (message.filter(text -> !text.startsWith("SIP/2.0 1")).isPresent() || (heard && came.isEmpty())) {
                return message;
            }
            heard |= message.isPresent();
            if (!heard && System.nanoTime() >= next) {
                send(request);
                repeat = Math.min(2 * repeat, LAST_REPEAT);
                next = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(repeat);
            }
        }
        return Optional.empty();
    }

    private static boolean answers(String message, String request) {
        return message.startsWith("SIP/2.0 ")
                && lineOf(message, "Call-ID").equals(lineOf(request, "Call-ID"))
                && lineOf(message, "CSeq").equals(lineOf(request, "CSeq"));
    }

    /** The status of a message; 0 of a request or of nothing. */
    static int status(Optional<String> message) {
        return message.filter(text -> text.startsWith("SIP/2.0 "))
                .map(text -> Integer.parseInt(text.substring(8, 11)))
                .orElse(0);
    }

    /** A request of no dialog, of a Call-ID of its own. @param more whole lines */
    String request(String method, String uri, String more, String body) {
        return method + " " + uri + " SIP/2.0\r\n" + "Via: SIP/2.0/" + line.transport() + " " + line.here()
                + ";rport;branch=z9hG4bK" + UUID.randomUUID() + "\r\n"
                + "Max-Forwards: 70\r\n"
                + "From: <sip:0211111111@127.0.0.1>;tag=" + UUID.randomUUID() + "\r\n"
                + "To: <" + uri + ">\r\n"
                + "Call-ID: " + UUID.randomUUID() + "\r\n"
                + "CSeq: 1 " + method + "\r\n"
                + "Contact: <sip:x@" + line.here() + ">\r\n"
                + more
                + (body.isEmpty() ? "" : "Content-Type: application/sdp\r\n")
                + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    /** Whether OPTIONS is answered 200. */
    boolean isServed() {
        return status(ask(request("OPTIONS", "sip:127.0.0.1", "", ""))) == 200;
    }

    /** A header's first value. */
    static String lineOf(String message, String name) {
        Matcher matcher = Pattern.compile("(?im)^" + name + " *: *(.*?)\r?$").matcher(message);
        return matcher.find() ? matcher.group(1) : "";
    }

    String here() {
        return line.here();
    }

    @Override
    public void close() {
        try {
            line.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hostPort(Object address) {
        InetSocketAddress at = (InetSocketAddress) address;
        String host = at.getAddress().getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + at.getPort();
    }

    private record Udp(DatagramSocket socket, InetSocketAddress to) implements Line {
        @Override
        public void send(byte[] bytes) throws IOException {
            socket.send(new DatagramPacket(bytes, bytes.length, to));
        }

        @Override
        public Optional<String> receive(int millis) throws IOException {
            DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
            socket.setSoTimeout(millis);
            try {
                socket.receive(packet);
                return Optional.of(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
            } catch (SocketTimeoutException e) {
                return Optional.empty();
            }
        }

        @Override
        public String here() {
            return hostPort(socket.getLocalSocketAddress());
        }

        @Override
        public String transport() {
            return "UDP";
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    private static final class Tcp implements Line {
        private final Socket socket;
        private final String transport;
        private String read = "";

        Tcp(Socket socket, String transport) {
            this.socket = socket;
            this.transport = transport;
        }

        @Override
        public void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        @Override
        public Optional<String> receive(int millis) throws IOException {
            long deadline = System.nanoTime() + millis * 1_000_000L;
            int end = endOfFirst();
            while (end < 0) {
                int left = (int) Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
                socket.setSoTimeout(left);
                byte[] buffer = new byte[LARGEST];
                InputStream in = socket.getInputStream();
                int length;
                try {
                    length = in.read(buffer);
                } catch (SocketTimeoutException e) {
                    return Optional.empty();
                }
                if (length < 0) {
                    return Optional.empty();
                }
                // one byte, one letter: lengths are counted in bytes
                read += new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
                end = endOfFirst();
            }
            String message = read.substring(0, end);
            read = read.substring(end);
            return Optional.of(new String(message.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        }

        private int endOfFirst() {
            int head = read.indexOf("\r\n\r\n");
            if (head < 0) {
                return -1;
            }
            Matcher length = LENGTH.matcher(read.substring(0, head));
            int end = head + 4 + (length.find() ? Integer.parseInt(length.group(1)) : 0);
            return end <= read.length() ? end : -1;
        }

        @Override
        public String here() {
            return hostPort(socket.getLocalSocketAddress());
        }

        @Override
        public String transport() {
            return transport;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static final class Ws implements Line, WebSocket.Listener {
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final StringBuilder coming = new StringBuilder();
        private final WebSocket socket;

        Ws(InetSocketAddress to) {
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .subprotocols("sip")
                    .buildAsync(URI.create("ws://" + hostPort(to) + "/"), this)
                    .join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            coming.append(text);
            if (last) {
                messages.add(coming.toString());
                coming.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public void send(byte[] bytes) {
            socket.sendText(new String(bytes, StandardCharsets.UTF_8), true).join();
        }

        @Override
        public Optional<String> receive(int millis) {
            try {
                return Optional.ofNullable(messages.poll(millis, TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        @Override
        public String here() {
            return "x7k2p9.invalid";
        }

        @Override
        public String transport() {
            return "WS";
        }

        @Override
        public void close() {
            socket.abort();
        }
    }
}
