package ro.clickphone.engine.audio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import ro.clickphone.engine.api.RecordingSeal;

/** A WAV file of which nothing ever lies in clear on the disk: each piece is sealed before it is written. */
public final class SealedSound implements AutoCloseable {
    private final OutputStream file;
    private final RecordingSeal seal;
    private int pieces;

    public SealedSound(Path path, RecordingSeal seal, int rate, int channels) throws IOException {
        OwnFile.create(path);
        this.file = Files.newOutputStream(path);
        this.seal = seal;
        file.write(seal.head());
        add(WavBytes.header(rate, channels));
    }

    /** Samples of the channels in turn. */
    public void append(short[] samples, int length) throws IOException {
        if (length > 0) {
            add(WavBytes.samples(samples, length));
        }
    }

    /** One write: a crash in the middle loses this piece alone. */
    private void add(byte[] piece) throws IOException {
        byte[] sealed = seal.sealed(pieces++, piece);
        file.write(ByteBuffer.allocate(Integer.BYTES + sealed.length)
                .putInt(sealed.length)
                .put(sealed)
                .array());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
