package ro.clickphone.pbx.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import ro.clickphone.pbx.vault.Vault;

/** The WAV file of a recording, opened from any place on; a piece of it at a time is in memory. */
public final class RecordedSound {
    private final Vault vault;
    private final Path file;

    RecordedSound(Vault vault, Path file) {
        this.vault = vault;
        this.file = file;
    }

    public long length() throws IOException {
        return vault.length(file);
    }

    /** @param place in bytes from the beginning */
    public InputStream from(long place) throws IOException {
        return vault.open(file, place);
    }
}
