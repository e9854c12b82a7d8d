package ro.clickphone.engine.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.crypto.spec.SecretKeySpec;
import ro.clickphone.engine.api.RecordingSeal;
import ro.clickphone.engine.api.SealedWav;

/** Reads what was recorded with the key of the tests. */
final class SealedTalk {
    static final RecordingSeal SEAL = new RecordingSeal(new SecretKeySpec(new byte[32], "AES"), "a-key");

    private SealedTalk() {}

    /** What was written so far, as a WAV file. */
    static byte[] wav(Path file) throws IOException {
        try (InputStream wav = SealedWav.of(file, label -> SEAL).wav()) {
            return wav.readAllBytes();
        }
    }
}
