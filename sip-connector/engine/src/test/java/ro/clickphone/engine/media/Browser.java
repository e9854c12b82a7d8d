package ro.clickphone.engine.media;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DatagramTransport;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SRTPProtectionProfile;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import ro.clickphone.engine.dtls.DtlsTestIdentity;
import ro.clickphone.engine.rtp.SrtpKeys;
import ro.clickphone.engine.rtp.SrtpReceiver;
import ro.clickphone.engine.rtp.SrtpSender;

/**
 * A browser's audio as far as an exchange can see it: checks, handshake as the client, encrypted packets. Or a
 * telephone's that has such a handshake and no checks.
 */
final class Browser implements AutoCloseable {
    private static final int COOKIE = 0x2112A442;
    /** Between two looks; a handshake looks until it is at its end. */
    private static final int MOMENT = 200;

    private static final SecureRandom RANDOM = new SecureRandom();

    private DatagramSocket socket;
    private Duration patience = Duration.ofSeconds(30);
    private final DtlsTestIdentity identity = new DtlsTestIdentity();
    private InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
    private String ownName = "theirs";
    private boolean deaf;
    private volatile int sent;
    private int received;
    private int datagramsBeforeAnswer;
    private String user = "";
    private String password = "";

    Browser() throws IOException {
        this("127.0.0.1");
    }

    Browser(String address) throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(address, 0));
        socket.setSoTimeout(MOMENT);
    }

    /** Begins its checks anew from another network (ICE restart): its next offer says so. */
    void moves() throws IOException {
        socket.close();
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        socket.setSoTimeout(MOMENT);
        ownName = "anew";
    }

    String fingerprint() {
        return identity.fingerprint();
    }

    String offer() {
        return offer(fingerprint());
    }

    String offer(String fingerprint) {
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n"
                + "m=audio 9 UDP/TLS/RTP/SAVPF 8 101\r\nc=IN IP4 0.0.0.0\r\na=rtcp:9 IN IP4 0.0.0.0\r\n"
                + "a=ice-ufrag:" + ownName + "\r\na=ice-pwd:theirsecretpasswordof24ch\r\na=fingerprint:sha-256 "
                + fingerprint
                + "\r\na=setup:actpass\r\na=mid:0\r\na=sendrecv\r\na=rtcp-mux\r\na=rtpmap:8 PCMA/8000\r\n"
                + "a=rtpmap:101 telephone-event/8000\r\n";
    }

    /** As a telephone has it. */
    String phonesOffer(String fingerprint) {
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
                + "a=fingerprint:SHA-256 " + fingerprint + "\r\na=setup:actpass\r\nm=audio "
                + socket.getLocalPort() + " UDP/TLS/RTP/SAVP 8\r\na=rtpmap:8 PCMA/8000\r\na=sendrecv\r\n";
    }

    Browser at(String sdp) {
        to = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(found("m=audio (\\d+) ", sdp)));
        return this;
    }

    Browser to(String sdp) {
        at(sdp);
        user = found("a=ice-ufrag:(\\S+)", sdp) + ":" + ownName;
        password = found("a=ice-pwd:(\\S+)", sdp);
        return this;
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    Browser knowing(String otherPassword) {
        password = otherPassword;
        return this;
    }

    /** A check of the way, chosen, as a browser sends one after the other. @return whether it was answered in a moment */
    boolean check() throws Exception {
        byte[] name = user.getBytes(StandardCharsets.US_ASCII);
        byte[] transaction = new byte[12];
        RANDOM.nextBytes(transaction);
        int padded = (name.length + 3) / 4 * 4;
        ByteBuffer out = ByteBuffer.allocate(20 + 4 + padded + 4 + 24);
        out.putShort((short) 1)
                .putShort((short) (out.capacity() - 20))
                .putInt(COOKIE)
                .put(transaction);
        out.putShort((short) 6).putShort((short) name.length).put(name);
        out.position(20 + 4 + padded);
        out.putShort((short) 0x25).putShort((short) 0);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
        mac.update(out.array(), 0, out.position());
        byte[] digest = mac.doFinal();
        out.putShort((short) 8).putShort((short) 20).put(digest);
        send(out.array());
        return answered(transaction);
    }

    /** Audio may come before it, and late answers to earlier checks. */
    private boolean answered(byte[] transaction) throws IOException {
        byte[] answer = new byte[1500];
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MOMENT);
        int length = receive(answer);
        while (length > 0 && System.nanoTime() < until) {
            if (answer[0] == 1 && answer[1] == 1 && Arrays.equals(answer, 8, 20, transaction, 0, 12)) {
                return true;
            }
            length = receive(answer);
        }
        return false;
    }

    private void send(byte[] datagram) throws IOException {
        sent += datagram.length;
        datagramsBeforeAnswer += received == 0 ? 1 : 0;
        socket.send(new DatagramPacket(datagram, datagram.length, to));
    }

    private int receive(byte[] into) throws IOException {
        DatagramPacket packet = new DatagramPacket(into, into.length);
        try {
            socket.receive(packet);
            received += packet.getLength();
            return deaf ? -1 : packet.getLength();
        } catch (SocketTimeoutException nothing) {
            return -1;
        }
    }

    /** The keys of both, ours first. */
    record Keys(SrtpSender sender, SrtpReceiver receiver) {}

    /** Gives the handshake up soon: for one that must come to nothing. */
    Browser impatient() {
        patience = Duration.ofSeconds(3);
        return this;
    }

    /** As one whose address is not its own: what is sent to it does not come to it. */
    Browser deaf() {
        deaf = true;
        return this;
    }

    /** Octets. */
    int sent() {
        return sent;
    }

    int datagramsBeforeAnswer() {
        return datagramsBeforeAnswer;
    }

    int received() {
        return received;
    }

    Keys shakeHands() throws IOException {
        Client client = new Client();
        new DTLSClientProtocol().connect(client, new Way());
        byte[] keys = client.exported;
        return new Keys(
                new SrtpSender(new SrtpKeys(Arrays.copyOf(keys, 16), Arrays.copyOfRange(keys, 32, 46), 10)),
                new SrtpReceiver(new SrtpKeys(Arrays.copyOfRange(keys, 16, 32), Arrays.copyOfRange(keys, 46, 60), 10)));
    }

    /** Says a frame of A-law. */
    void say(Keys keys, int sequence) throws IOException {
        ByteBuffer packet = frame(sequence, (byte) 0);
        keys.sender().protect(packet);
        send(Arrays.copyOf(packet.array(), packet.limit()));
    }

    /** Says a frame of such octets in clear. */
    void sayInClear(int sequence, byte octet) throws IOException {
        send(Arrays.copyOf(frame(sequence, octet).array(), 172));
    }

    private static ByteBuffer frame(int sequence, byte octet) {
        ByteBuffer packet = ByteBuffer.allocate(200);
        packet.put((byte) 0x80)
                .put((byte) 8)
                .putShort((short) sequence)
                .putInt(160 * sequence)
                .putInt(77);
        while (packet.position() < 172) {
            packet.put(octet);
        }
        return packet.flip();
    }

    /** @return whether a genuine packet of audio came now */
    boolean hears(Keys keys) throws IOException {
        byte[] datagram = new byte[1500];
        int length = receive(datagram);
        return length > 0
                && (datagram[0] & 0xC0) == 0x80
                && (datagram[1] & 0x7F) == 8
                && keys.receiver().open(ByteBuffer.wrap(datagram, 0, length));
    }

    private final class Client extends DefaultTlsClient {
        private byte[] exported = new byte[0];

        Client() {
            super(new BcTlsCrypto(new SecureRandom()));
        }

        @Override
        protected ProtocolVersion[] getSupportedVersions() {
            return ProtocolVersion.DTLSv12.only();
        }

        @Override
        public int getHandshakeTimeoutMillis() {
            return (int) patience.toMillis();
        }

        @Override
        @SuppressWarnings({"rawtypes", "unchecked"})
        public Hashtable getClientExtensions() throws IOException {
            Hashtable extensions = TlsExtensionsUtils.ensureExtensionsInitialised(super.getClientExtensions());
            TlsSRTPUtils.addUseSRTPExtension(
                    extensions,
                    new UseSRTPData(
                            new int[] {SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80}, TlsUtils.EMPTY_BYTES));
            return extensions;
        }

        @Override
        public TlsAuthentication getAuthentication() {
            return new TlsAuthentication() {
                @Override
                public void notifyServerCertificate(TlsServerCertificate certificate) {}

                @Override
                public TlsCredentials getClientCredentials(CertificateRequest request) throws IOException {
                    return identity.signer(context);
                }
            };
        }

        @Override
        public void notifyHandshakeComplete() throws IOException {
            super.notifyHandshakeComplete();
            exported = context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, 60);
        }
    }

    private final class Way implements DatagramTransport {
        @Override
        public int getReceiveLimit() {
            return 1400;
        }

        @Override
        public int getSendLimit() {
            return 1400;
        }

        @Override
        public int receive(byte[] into, int offset, int length, int waitMillis) throws IOException {
            byte[] datagram = new byte[1500];
            int received = Browser.this.receive(datagram);
            if (received > 0) {
                System.arraycopy(datagram, 0, into, offset, Math.min(length, received));
            }
            return received;
        }

        @Override
        public void send(byte[] from, int offset, int length) throws IOException {
            Browser.this.send(Arrays.copyOfRange(from, offset, offset + length));
        }

        @Override
        public void close() {}
    }

    @Override
    public void close() {
        socket.close();
    }
}
