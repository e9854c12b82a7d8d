package ro.clickphone.system.sip;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import ro.clickphone.system.Exchange;

/** Somebody on the loopback wire who reads along, by tcpdump: what can he hear and read of the calls? */
final class Wire implements AutoCloseable {
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    /** After Ethernet, IP and the source port. */
    private static final int TO_PORT = 14 + 20 + 2;

    private static final int TO_PAYLOAD = 14 + 20 + 8 + 12;
    private static final int G711_FRAME = 160;
    /** Where IP says what it carries. */
    private static final int PROTOCOL = 14 + 9;

    private static final byte UDP = 17;
    private static final byte TCP = 6;
    /** After the ports: the rest of a TCP header with options, and the header of a TLS record. */
    private static final int SMALLEST_TLS = 34;

    private final Path file;
    private final Process process;
    private final int firstPort;
    private final int lastPort;

    private Wire(Path file, Process process, String rtpPorts) {
        this.file = file;
        this.process = process;
        String[] ends = rtpPorts.split("-");
        this.firstPort = Integer.parseInt(ends[0]);
        this.lastPort = Integer.parseInt(ends[1]);
    }

    /** Reads along from now on; the test is passed over where nobody may. */
    static Wire tapped(Exchange exchange) {
        try {
            Path file = exchange.data().resolve("wire.pcap");
            Files.deleteIfExists(file);
            Process process = new ProcessBuilder(
                            "tcpdump",
                            "-i",
                            "lo",
                            "-U",
                            "--immediate-mode",
                            "-Z",
                            "root",
                            "-w",
                            file.toString(),
                            "udp portrange %s or port %d or port %d"
                                    .formatted(
                                            exchange.rtpPorts(),
                                            exchange.sip().getPort(),
                                            exchange.sips().getPort()))
                    .redirectErrorStream(true)
                    .redirectOutput(exchange.data().resolve("tcpdump.log").toFile())
                    .start();
            await("tcpdump")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> !process.isAlive() || size(file) >= FILE_HEADER);
            Assumptions.assumeTrue(process.isAlive(), "tcpdump may not read along here");
            return new Wire(file, process, exchange.rtpPorts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** How many tenths of a second of this tone are in the stream that has most of it, taken for A-law. */
    long tenthsOf(int hertz) {
        return streams().mapToLong(stream -> stream.tenthsOf(hertz)).max().orElse(0);
    }

    /** Tenths of a second of anything, noise included. */
    long tenthsOfSound() {
        return streams().mapToLong(Heard::tenthsOfSound).max().orElse(0);
    }

    /** Whether anything that was sent, signalling too, holds these words in clear. */
    boolean reads(String words) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How much was sent to or from that TCP port, in packets that carry something. */
    long packetsOfTcp(int port) {
        AtomicLong count = new AtomicLong();
        packets((bytes, packet, length) -> {
            boolean carries = bytes[packet + PROTOCOL] == TCP && length > TO_PORT + SMALLEST_TLS;
            if (carries && (port(bytes, packet + TO_PORT) == port || port(bytes, packet + TO_PORT - 2) == port)) {
                count.incrementAndGet();
            }
        });
        return count.get();
    }

    /** By the port that they go to. */
    private Stream<Heard> streams() {
        Map<Integer, ByteArrayOutputStream> payloads = new HashMap<>();
        packets((bytes, packet, length) -> {
            int port = port(bytes, packet + TO_PORT);
            boolean isAudio = bytes[packet + PROTOCOL] == UDP && port >= firstPort && port <= lastPort;
            if (isAudio && length >= TO_PAYLOAD + G711_FRAME) {
                payloads.computeIfAbsent(port, any -> new ByteArrayOutputStream())
                        .write(bytes, packet + TO_PAYLOAD, G711_FRAME);
            }
        });
        return payloads.values().stream().map(payload -> Heard.ofALaw(payload.toByteArray()));
    }

    private static int port(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    /** One of them, in the bytes of the whole file. */
    private interface Packet {
        void at(byte[] bytes, int start, int length);
    }

    private void packets(Packet each) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            ByteBuffer records = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            int at = FILE_HEADER;
            while (at + RECORD_HEADER <= bytes.length && at + RECORD_HEADER + records.getInt(at + 8) <= bytes.length) {
                int length = records.getInt(at + 8);
                int packet = at + RECORD_HEADER;
                if (length > TO_PORT + 2) {
                    each.at(bytes, packet, length);
                }
                at = packet + length;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
