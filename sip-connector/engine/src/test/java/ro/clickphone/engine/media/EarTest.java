package ro.clickphone.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.audio.G711;
import ro.clickphone.engine.rtp.RtpPacket;
import ro.clickphone.engine.sdp.Codec;

class EarTest {
    private static final int LONG = 480;

    private final Ear ear = new Ear();

    private void put(int sequence, int level) {
        short[] sound = new short[LONG];
        Arrays.fill(sound, (short) level);
        byte[] payload = new byte[LONG];
        G711.ALAW.encode(sound, LONG, payload);
        ByteBuffer datagram = ByteBuffer.allocate(12 + LONG);
        datagram.put((byte) 0x80).put((byte) 8).putShort((short) sequence).putInt(LONG * sequence);
        datagram.putInt(7).put(payload).flip();
        RtpPacket packet = new RtpPacket();
        assertThat(packet.wrap(datagram)).isTrue();
        ear.put(packet, Codec.PCMA);
    }

    /** Otherwise each loss brings the rest too early, and it is missed at the end. */
    @Test
    void lost_packet_is_made_up_for_as_long_as_the_others_are() {
        put(0, 0);
        put(1, 0);
        put(3, 8000);
        put(4, 8000);
        int quiet = 0;
        while (ear.next()[80] < 4000) {
            quiet++;
        }
        assertThat(quiet).isEqualTo(3 * LONG / 160);
    }
}
