package ro.clickphone.pbx.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFileTest {
    private static final int HEAD = 24;
    private static final Seal SEAL = new Seal(Seal.random(Seal.KEY_BYTES));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                44,
                SealedFile.PIECE - 1,
                SealedFile.PIECE,
                SealedFile.PIECE + 1,
                3 * SealedFile.PIECE,
                500_000
            })
    void comes_back_whole_and_from_every_kind_of_place(int length) throws IOException {
        byte[] plain = noise(length);
        Path file = sealed(plain);
        assertThat(SealedFile.length(file)).isEqualTo(length);
        assertThat(Files.size(file)).isGreaterThan(length);
        for (int from :
                new int[] {0, 1, length / 2, SealedFile.PIECE - 1, SealedFile.PIECE, length - 1, length, length + 9}) {
            if (from >= 0) {
                assertThat(read(file, from))
                        .as("from " + from)
                        .isEqualTo(from > length ? new byte[0] : Arrays.copyOfRange(plain, from, length));
            }
        }
    }

    @Test
    void same_sound_twice_looks_different_and_nothing_of_it_is_seen() throws IOException {
        byte[] plain = new byte[200_000];
        byte[] one = Files.readAllBytes(sealed(plain));
        byte[] other = Files.readAllBytes(sealed(plain));
        assertThat(one).isNotEqualTo(other);
        long zeros = 0;
        for (byte octet : one) {
            zeros += octet == 0 ? 1 : 0;
        }
        assertThat(zeros).isLessThan(2_000);
    }

    @Test
    void changed_exchanged_cut_and_foreign_pieces_are_noticed() throws IOException {
        byte[] good = Files.readAllBytes(sealed(noise(3 * SealedFile.PIECE)));
        int piece = SealedFile.PIECE + Seal.TAG_BYTES;

        byte[] changed = good.clone();
        changed[HEAD + 100] ^= 1;
        byte[] exchanged = good.clone();
        System.arraycopy(good, HEAD, exchanged, HEAD + piece, piece);
        System.arraycopy(good, HEAD + piece, exchanged, HEAD, piece);
        byte[] cut = Arrays.copyOf(good, HEAD + 2 * piece);
        byte[] cutInside = Arrays.copyOf(good, good.length - 1);
        byte[] salted = good.clone();
        salted[10] ^= 1;
        for (byte[] bad : new byte[][] {changed, exchanged, cut, cutInside, salted}) {
            Path file = Files.write(folder.resolve("bad"), bad);
            assertThatThrownBy(() -> read(file, 0)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void another_key_opens_nothing() throws IOException {
        Path file = sealed(noise(10));
        Seal other = new Seal(Seal.random(Seal.KEY_BYTES));
        assertThatThrownBy(() -> SealedFile.open(other, file, 0)).isInstanceOf(IOException.class);
    }

    @Test
    void small_values_open_only_as_what_they_are() {
        byte[] sealed = SEAL.seal(Kind.TRUNK_LOGIN, new byte[] {1, 2, 3});
        assertThat(SEAL.open(Kind.TRUNK_LOGIN, sealed)).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> SEAL.open(Kind.SECOND_FACTOR, sealed)).isInstanceOf(BrokenSealException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> SEAL.open(Kind.TRUNK_LOGIN, sealed)).isInstanceOf(BrokenSealException.class);
    }

    private Path sealed(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SealedFile.seal(SEAL, new ByteArrayInputStream(plain), out);
        return Files.write(Files.createTempFile(folder, "sealed", ""), out.toByteArray());
    }

    private static byte[] read(Path file, long from) throws IOException {
        try (InputStream in = SealedFile.open(SEAL, file, from)) {
            return in.readAllBytes();
        }
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }
}
