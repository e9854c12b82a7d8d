package ro.clickphone.engine.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.Transport;

/** Connections that say nothing, or not enough, do not stay; there are never too many of them. */
class SilentConnectionsTest {
    /** Long enough to speak in on a busy machine, short enough to wait for. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final String OPTIONS = "OPTIONS sip:x SIP/2.0\r\nVia: SIP/2.0/TCP x;branch=z9hG4bKx\r\n"
            + "From: <sip:x@x>;tag=1\r\nTo: <sip:x@x>\r\nCall-ID: x\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n";

    private final AtomicInteger requests = new AtomicInteger();
    private final List<Socket> sockets = new ArrayList<>();
    private StreamTransport streams;
    private InetSocketAddress address;

    /** The exchange, with that patience. */
    private void open(StreamTransport.Patience patience) throws IOException {
        SipReader reader = new SipReader(
                new SipReader.SipSink() {
                    @Override
                    public void request(SIPRequest request, Flow flow) {
                        requests.incrementAndGet();
                    }

                    @Override
                    public void response(SIPResponse response, Flow flow) {
                        // none is sent here
                    }
                },
                new SipTrace(java.time.Clock.systemUTC()));
        streams = new StreamTransport(reader, new ConnectionLimits(100, 50), patience);
        address = streams.listen(Transport.TCP, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), () -> null);
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        streams.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(address.getAddress(), address.getPort());
        sockets.add(socket);
        return socket;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void awaitCount(int count) {
        await().until(() -> streams.connections() == count);
    }

    private static StreamTransport.Patience patience(Duration silent, Duration known) {
        return new StreamTransport.Patience(silent, known, Duration.ofHours(2));
    }

    @Test
    void silent_ones_are_closed_and_one_that_spoke_stays_longer() throws IOException {
        open(patience(SOON, Duration.ofHours(1)));
        say(connect(), OPTIONS);
        await().until(() -> requests.get() == 1);
        List<Socket> silent = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            silent.add(connect());
        }
        await().until(() -> silent.stream().allMatch(this::isClosed));
        awaitCount(1);
    }

    @Test
    void one_that_spoke_and_says_no_more_is_closed_too() throws IOException {
        open(patience(SOON, SOON));
        Socket speaks = connect();
        say(speaks, OPTIONS);
        await().until(() -> requests.get() == 1);
        await().until(() -> isClosed(speaks));
        awaitCount(0);
    }

    @Test
    void a_byte_now_and_then_is_silence() throws IOException {
        open(patience(SOON, Duration.ofHours(1)));
        Socket slow = connect();
        await().until(() -> {
            try {
                say(slow, "O");
            } catch (IOException closed) {
                return true;
            }
            return isClosed(slow);
        });
        awaitCount(0);
        assertThat(requests).hasValue(0);
    }

    @Test
    void one_address_has_only_so_many() throws IOException {
        open(StreamTransport.Patience.USUAL);
        List<Socket> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(connect());
        }
        await().until(() -> all.stream().filter(this::isClosed).count() == 10);
        awaitCount(50);
    }

    private boolean isClosed(Socket socket) {
        try {
            socket.setSoTimeout(1);
            InputStream in = socket.getInputStream();
            byte[] said = new byte[2000];
            while (in.read(said) >= 0) {
                // why it will be closed
            }
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void message_in_single_bytes_is_read_as_one() throws IOException {
        open(StreamTransport.Patience.USUAL);
        Socket socket = connect();
        for (char letter : OPTIONS.toCharArray()) {
            say(socket, String.valueOf(letter));
        }
        say(socket, OPTIONS + OPTIONS);
        await().until(() -> requests.get() == 3);
    }

    @Test
    void head_without_end_is_cut_off() throws IOException {
        open(StreamTransport.Patience.USUAL);
        Socket endless = connect();
        say(endless, "OPTIONS sip:x SIP/2.0\r\n");
        try {
            for (int i = 0; i < 200; i++) {
                say(endless, "X-More: and more of it\r\n".repeat(100));
            }
        } catch (IOException e) {
            // closed while we wrote
        }
        await().until(() -> isClosed(endless));
    }

    @Test
    void two_lengths_that_differ_end_the_connection() throws IOException {
        open(StreamTransport.Patience.USUAL);
        Socket liar = connect();
        say(liar, OPTIONS.replace("Content-Length: 0", "Content-Length: 3\r\nl: 5"));
        await().until(() -> isClosed(liar));
        assertThat(requests).hasValue(0);
    }
}
