package ro.clickphone.pbx.world;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import ro.clickphone.engine.api.RecordingSeal;

/** A recording as the engine writes it: the head of the WAV file sealed, then a piece each second. */
public final class EngineFile {
    private static final int HEAD = 44;

    private EngineFile() {}

    /** @param second how many bytes a second has */
    public static Path write(Path file, RecordingSeal seal, byte[] wav, int second) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            out.write(seal.head());
            int number = 0;
            for (int from = 0; from < wav.length; from += number == 1 ? HEAD : second) {
                int end = Math.min(wav.length, number == 0 ? HEAD : from + second);
                byte[] sealed = seal.sealed(number++, Arrays.copyOfRange(wav, from, end));
                out.writeInt(sealed.length);
                out.write(sealed);
            }
        }
        return file;
    }
}
