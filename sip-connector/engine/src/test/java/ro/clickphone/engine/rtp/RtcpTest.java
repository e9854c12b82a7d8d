package ro.clickphone.engine.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RtcpTest {
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-25T10:00:00.250Z"), ZoneOffset.UTC);

    @Test
    void report_tells_what_was_sent_and_what_was_lost() {
        SentStream sent = new SentStream();
        sent.own(ByteBuffer.allocate(200), 8, 160, 8000, 160, 0);
        ReceivedStream received = new ReceivedStream();
        for (int i = 0; i < 100; i++) {
            if (i % 4 != 1) {
                received.take(77, 65_500 + i & 0xFFFF, i * 160, 8000, i * 20_000_000L);
            }
        }
        ByteBuffer out = ByteBuffer.allocate(200);
        new Rtcp(clock).write(out, sent, received, 8000, 0);
        assertThat(out.limit()).isEqualTo(28 + 24 + 24);
        assertThat(out.get(0)).isEqualTo((byte) 0x81);
        assertThat(out.get(1) & 0xFF).isEqualTo(200);
        assertThat(out.getShort(2)).isEqualTo((short) 12);
        assertThat(out.getInt(20)).isEqualTo(1);
        assertThat(out.getInt(28)).isEqualTo(77);
        assertThat(out.getInt(32) & 0xFFFFFF).isEqualTo(25);
        assertThat(out.get(32) & 0xFF).isEqualTo(64);
        assertThat(out.getInt(36)).isEqualTo(65_500 + 99);
        assertThat(out.get(53) & 0xFF).isEqualTo(202);
        assertThat(received.jitterMicros()).isZero();
    }

    @Test
    void way_there_and_back_is_known_from_the_far_ends_report() {
        Rtcp rtcp = new Rtcp(clock);
        int now = (int) (clock.instant().getEpochSecond() + 2_208_988_800L) << 16 | 0x4000;
        ByteBuffer report = ByteBuffer.allocate(32);
        report.putInt(0x81C90007)
                .putInt(5)
                .putInt(99)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putInt(now - 65_536)
                .putInt(32_768);
        report.flip();
        rtcp.read(report, 99, 0);
        assertThat(rtcp.roundTripMicros()).isEqualTo(500_000);
    }

    @Test
    void broken_reports_are_passed_over() {
        Rtcp rtcp = new Rtcp(clock);
        rtcp.read(ByteBuffer.wrap(new byte[] {(byte) 0x9F, (byte) 200, 0, 6, 0, 0, 0, 0}), 99, 0);
        rtcp.read(ByteBuffer.wrap(new byte[] {(byte) 0x9F, (byte) 201, 0, 1, 0, 0, 0, 0}), 99, 0);
        rtcp.read(ByteBuffer.wrap(new byte[] {1, 2, 3}), 99, 0);
        assertThat(rtcp.roundTripMicros()).isZero();
    }
}
