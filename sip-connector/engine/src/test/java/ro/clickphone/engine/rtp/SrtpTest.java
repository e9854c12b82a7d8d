package ro.clickphone.engine.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The key and the derived keys are those of RFC 3711 appendix B.3. */
class SrtpTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] KEY = HEX.parseHex("e1f97a0d3e018be0d64fa32c06de4139");
    private static final byte[] SALT = HEX.parseHex("0ec675ad498afeebb6960b3aabe6");
    private static final SrtpKeys KEYS = new SrtpKeys(KEY, SALT, 10);
    private static final int SSRC = 0xCAFEBABE;

    private final SrtpSender sender = new SrtpSender(KEYS);
    private final SrtpReceiver receiver = new SrtpReceiver(KEYS);

    private static ByteBuffer buffer(String hex) {
        byte[] bytes = HEX.parseHex(hex);
        ByteBuffer buffer = ByteBuffer.allocateDirect(1500);
        buffer.put(0, bytes).limit(bytes.length);
        return buffer;
    }

    private static String text(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.limit()];
        buffer.get(0, bytes);
        return HEX.formatHex(bytes);
    }

    private static ByteBuffer packet(int sequence) {
        ByteBuffer packet = ByteBuffer.allocateDirect(1500);
        RtpPacket.writeHeader(packet, 8, false, sequence, 160 * sequence, SSRC);
        for (int i = 0; i < 160; i++) {
            packet.put(12 + i, (byte) (i + sequence));
        }
        return packet.limit(172);
    }

    private ByteBuffer sent(int sequence) {
        ByteBuffer packet = packet(sequence);
        assertThat(sender.protect(packet)).isTrue();
        return packet;
    }

    private static ByteBuffer copy(ByteBuffer packet) {
        return buffer(text(packet));
    }

    @Test
    void session_keys_are_those_of_the_rfc() throws Exception {
        assertThat(SrtpCipher.derived(KEYS, 0, 16)).asHexString().isEqualTo("C61E7A93744F39EE10734AFE3FF7A087");
        assertThat(SrtpCipher.derived(KEYS, 2, 14)).asHexString().isEqualTo("30CBBC08863D8C85D49DB34A9AE1");
        assertThat(SrtpCipher.derived(KEYS, 1, 20)).asHexString().isEqualTo("CEBE321F6FF7716B6FD4AB49AF256A156D38BAA4");
    }

    /** The packet that implementations of SRTP are compared by. */
    @Test
    void a_known_packet_is_protected_as_others_do_it() {
        ByteBuffer packet = buffer("800f1234decafbadcafebabe" + "ab".repeat(16));
        assertThat(sender.protect(packet)).isTrue();
        assertThat(text(packet))
                .isEqualTo("800f1234decafbadcafebabe" + "4e55dc4ce79978d88ca4d215949d2402" + "b78d6acc99ea179b8dbb");
        assertThat(receiver.open(packet)).isTrue();
        assertThat(text(packet)).isEqualTo("800f1234decafbadcafebabe" + "ab".repeat(16));
    }

    @Test
    void a_known_report_is_read_as_others_write_it() {
        ByteBuffer report =
                buffer("81c8000bcafebabe" + "7128035be487b9bdbef89041f977a5a8" + "80000001993e08cd54d6c1230798");
        assertThat(receiver.openRtcp(report)).isTrue();
        assertThat(text(report)).isEqualTo("81c8000bcafebabe" + "ab".repeat(16));
    }

    @Test
    void reports_are_read_once_and_only_genuine() {
        ByteBuffer report = buffer("81c8000bcafebabe" + "ab".repeat(16));
        assertThat(sender.protectRtcp(report)).isTrue();
        ByteBuffer again = copy(report);
        ByteBuffer forged = copy(report);
        forged.put(10, (byte) (forged.get(10) ^ 1));
        assertThat(receiver.openRtcp(forged)).isFalse();
        assertThat(receiver.openRtcp(report)).isTrue();
        assertThat(text(report)).isEqualTo("81c8000bcafebabe" + "ab".repeat(16));
        assertThat(receiver.openRtcp(again)).isFalse();
    }

    @Test
    void short_tags_have_four_bytes_and_reports_keep_ten() {
        SrtpKeys shortTags = new SrtpKeys(KEY, SALT, 4);
        SrtpSender one = new SrtpSender(shortTags);
        SrtpReceiver other = new SrtpReceiver(shortTags);
        ByteBuffer packet = packet(7);
        one.protect(packet);
        assertThat(packet.limit()).isEqualTo(176);
        assertThat(other.open(packet)).isTrue();
        assertThat(text(packet)).isEqualTo(text(packet(7)));
        ByteBuffer report = buffer("81c8000bcafebabe" + "ab".repeat(16));
        one.protectRtcp(report);
        assertThat(report.limit()).isEqualTo(24 + 14);
        assertThat(other.openRtcp(report)).isTrue();
    }

    @Test
    void a_packet_is_heard_once() {
        ByteBuffer packet = sent(1);
        ByteBuffer again = copy(packet);
        assertThat(receiver.open(packet)).isTrue();
        assertThat(receiver.open(again)).isFalse();
    }

    @Test
    void a_late_packet_is_heard_and_a_very_late_one_is_not() {
        ByteBuffer late = sent(100);
        ByteBuffer tooLate = sent(101);
        for (int sequence = 102; sequence < 160; sequence++) {
            assertThat(receiver.open(sent(sequence))).isTrue();
        }
        assertThat(receiver.open(late)).isTrue();
        for (int sequence = 160; sequence < 180; sequence++) {
            assertThat(receiver.open(sent(sequence))).isTrue();
        }
        assertThat(receiver.open(tooLate)).isFalse();
    }

    @Test
    void whatever_is_changed_is_refused_and_harms_nothing() {
        ByteBuffer packet = sent(1);
        for (int at = 1; at < packet.limit(); at++) {
            ByteBuffer forged = copy(packet);
            forged.put(at, (byte) (forged.get(at) ^ 0x20));
            assertThat(receiver.open(forged)).as("changed at " + at).isFalse();
        }
        for (int length = 0; length < packet.limit(); length++) {
            assertThat(receiver.open(copy(packet).limit(length))).isFalse();
        }
        assertThat(receiver.open(packet)).isTrue();
        assertThat(text(packet)).isEqualTo(text(packet(1)));
    }

    @Test
    void the_count_goes_on_when_sequence_numbers_begin_anew() {
        for (int i = 0; i < 3 * 65_536; i += 1000) {
            ByteBuffer packet = sent(i & 0xFFFF);
            assertThat(receiver.open(packet)).as("packet " + i).isTrue();
            assertThat(text(packet)).isEqualTo(text(packet(i & 0xFFFF)));
        }
    }

    @Test
    void a_packet_from_before_the_roll_over_is_heard_after_it() {
        assertThat(receiver.open(sent(65_534))).isTrue();
        ByteBuffer late = sent(65_535);
        ByteBuffer after = sent(0);
        assertThat(receiver.open(after)).isTrue();
        assertThat(receiver.open(late)).isTrue();
        assertThat(receiver.open(sent(1))).isTrue();
    }

    @Test
    void no_index_is_used_twice() {
        sent(5);
        assertThat(sender.protect(packet(5))).isFalse();
        sent(8);
        sent(6);
        assertThat(sender.protect(packet(6))).isFalse();
    }

    @Test
    void each_stream_of_a_far_end_counts_for_itself() {
        assertThat(receiver.open(sent(60_000))).isTrue();
        ByteBuffer other = packet(3);
        other.putInt(8, 1);
        new SrtpSender(KEYS).protect(other);
        assertThat(receiver.open(other)).isTrue();
        assertThat(receiver.open(sent(60_001))).isTrue();
    }

    @Test
    void the_payload_cannot_be_read_on_the_wire() {
        byte[] plain = new byte[160];
        packet(9).get(12, plain);
        byte[] wire = new byte[160];
        sent(9).get(12, wire);
        assertThat(Arrays.mismatch(plain, wire)).isBetween(0, 8);
    }

    // ---- AES-GCM (RFC 7714) -------------------------------------------------------------------------------------

    private static final SrtpKeys GCM =
            SrtpKeys.of(HEX.parseHex("000102030405060708090a0b0c0d0e0f" + "a0a1a2a3a4a5a6a7a8a9aaab"), 16);
    private static final SrtpKeys GCM_256 = SrtpKeys.of(
            HEX.parseHex(
                    "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f" + "a0a1a2a3a4a5a6a7a8a9aaab"),
            16);

    /** The packets that implementations are compared by. */
    @Test
    void known_packets_are_protected_by_gcm_as_others_do_it() {
        ByteBuffer packet = buffer("800f1234decafbadcafebabe" + "ab".repeat(16));
        assertThat(new SrtpSender(GCM).protect(packet)).isTrue();
        assertThat(text(packet))
                .isEqualTo("800f1234decafbadcafebabe" + "c5002ede04cfdd2eb91159e0880aa06e"
                        + "d2976826f796b201df3131a127e8a392");
        assertThat(new SrtpReceiver(GCM).open(packet)).isTrue();
        assertThat(text(packet)).isEqualTo("800f1234decafbadcafebabe" + "ab".repeat(16));
        ByteBuffer report = buffer("81c8000bcafebabe" + "c98b8b5df0392a55852b6c21ac8e7025"
                + "c52c6fbea2b3b446ea31123ba88ce61e" + "80000001");
        assertThat(new SrtpReceiver(GCM).openRtcp(report)).isTrue();
        assertThat(text(report)).isEqualTo("81c8000bcafebabe" + "ab".repeat(16));
    }

    @Test
    void what_is_changed_or_repeated_is_not_genuine_by_gcm_either() {
        for (SrtpKeys keys : new SrtpKeys[] {GCM, GCM_256}) {
            SrtpSender ours = new SrtpSender(keys);
            SrtpReceiver theirs = new SrtpReceiver(keys);
            for (int i = 65_530; i < 65_550; i++) {
                ByteBuffer packet = packet(i & 0xFFFF);
                String plain = text(packet);
                assertThat(ours.protect(packet)).isTrue();
                ByteBuffer again = copy(packet);
                for (int at : new int[] {1, 13, packet.limit() - 1}) {
                    ByteBuffer changed = copy(packet);
                    changed.put(at, (byte) (changed.get(at) ^ 1));
                    assertThat(theirs.open(changed)).isFalse();
                }
                assertThat(theirs.open(packet)).isTrue();
                assertThat(text(packet)).isEqualTo(plain);
                assertThat(theirs.open(again)).isFalse();
            }
            ByteBuffer report = buffer("81c8000bcafebabe" + "ab".repeat(16));
            assertThat(ours.protectRtcp(report)).isTrue();
            ByteBuffer again = copy(report);
            assertThat(theirs.openRtcp(report)).isTrue();
            assertThat(text(report)).isEqualTo("81c8000bcafebabe" + "ab".repeat(16));
            assertThat(theirs.openRtcp(again)).isFalse();
        }
    }

    @Test
    void packet_that_is_too_short_for_its_tag_is_not_genuine() {
        assertThat(new SrtpReceiver(GCM).open(buffer("800f1234decafbadcafebabe" + "ab".repeat(15))))
                .isFalse();
        assertThat(new SrtpReceiver(GCM).openRtcp(buffer("81c8000bcafebabe" + "ab".repeat(10))))
                .isFalse();
    }
}
