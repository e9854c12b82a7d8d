package ro.clickphone.engine.audio;

import java.io.IOException;

/** Where sound of 16 bits is written to; after each {@link #append} a crash loses nothing of what came before. */
public interface SoundFile extends AutoCloseable {
    /** Samples of the channels in turn. */
    void append(short[] samples, int length) throws IOException;

    @Override
    void close() throws IOException;
}
