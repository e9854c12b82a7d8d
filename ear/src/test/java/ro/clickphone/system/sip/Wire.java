package ro.clickphone.system.sip;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import ro.clickphone.system.Exchange;

/** Somebody on the loopback wire who reads along, by tcpdump: what can he hear of the calls? */
final class Wire implements AutoCloseable {
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    /** After Ethernet, IP and the source port. */
    private static final int TO_PORT = 14 + 20 + 2;

    private static final int TO_PAYLOAD = 14 + 20 + 8 + 12;
    private static final int G711_FRAME = 160;

    private final Path file;
    private final Process process;

    private Wire(Path file, Process process) {
        this.file = file;
        this.process = process;
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
                            "udp",
                            "portrange",
                            exchange.rtpPorts())
                    .redirectErrorStream(true)
                    .redirectOutput(exchange.data().resolve("tcpdump.log").toFile())
                    .start();
            await("tcpdump")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> !process.isAlive() || size(file) >= FILE_HEADER);
            Assumptions.assumeTrue(process.isAlive(), "tcpdump may not read along here");
            return new Wire(file, process);
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

    /** By the port that they go to. */
    private Stream<Heard> streams() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            ByteBuffer records = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            Map<Integer, ByteArrayOutputStream> payloads = new HashMap<>();
            int at = FILE_HEADER;
            while (at + RECORD_HEADER <= bytes.length && at + RECORD_HEADER + records.getInt(at + 8) <= bytes.length) {
                int length = records.getInt(at + 8);
                int packet = at + RECORD_HEADER;
                if (length >= TO_PAYLOAD + G711_FRAME) {
                    int port = (bytes[packet + TO_PORT] & 0xFF) << 8 | bytes[packet + TO_PORT + 1] & 0xFF;
                    payloads.computeIfAbsent(port, any -> new ByteArrayOutputStream())
                            .write(bytes, packet + TO_PAYLOAD, G711_FRAME);
                }
                at = packet + length;
            }
            return payloads.values().stream().map(payload -> Heard.ofALaw(payload.toByteArray()));
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
