package ro.clickphone.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The torture messages of RFC 4475 and RFC 5118: each is answered as it should be, and the next stranger is served. */
class TortureTest {
    private static final int SILENCE = 300;
    private static final int PATIENCE = 30_000;

    /** One for each, since the same message by another way is a repeat. */
    private static Door byUdp;

    private static Door byTcp;

    @BeforeAll
    static void open(@TempDir Path folder) {
        byUdp = Door.open(Door.business(), folder);
        byTcp = Door.open(Door.business(), folder);
    }

    @AfterAll
    static void close() {
        byUdp.close();
        byTcp.close();
    }

    static Stream<TortureCase> all() {
        return Stream.of("rfc4475.txt", "rfc5118.txt").map(TortureCase::of).flatMap(List::stream);
    }

    static Stream<TortureCase> forStreams() {
        return all().filter(TortureCase::forStreams);
    }

    @ParameterizedTest
    @MethodSource("all")
    void by_udp(TortureCase one) {
        try (Wire wire = byUdp.udp();
                Wire other = byUdp.udp()) {
            assertThat(answer(wire, one)).as(one.name()).isIn(one.statuses());
            assertThat(other.isServed()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("forStreams")
    void by_tcp(TortureCase one) {
        try (Wire wire = byTcp.tcp();
                Wire other = byTcp.udp()) {
            assertThat(answer(wire, one)).as(one.name()).isIn(one.statuses());
            assertThat(other.isServed()).isTrue();
        }
    }

    private static int answer(Wire wire, TortureCase one) {
        wire.send(one.message());
        Optional<String> answer = wire.finalAnswer(one.statuses().contains(0) ? SILENCE : PATIENCE);
        return Wire.status(answer);
    }
}
