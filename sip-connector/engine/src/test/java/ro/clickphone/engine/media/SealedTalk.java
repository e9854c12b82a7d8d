package ro.clickphone.engine.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.spec.SecretKeySpec;
import ro.clickphone.engine.api.RecordingSeal;

/** Reads a talk that was recorded with the key of the tests. */
final class SealedTalk {
    static final RecordingSeal SEAL = new RecordingSeal(new SecretKeySpec(new byte[32], "AES"), "a-key");

    private SealedTalk() {}

    /** What was written so far, as a WAV file whose head names no length. */
    static byte[] wav(Path file) throws IOException, GeneralSecurityException {
        ByteBuffer sealed = ByteBuffer.wrap(Files.readAllBytes(file));
        sealed.position(SEAL.head().length);
        ByteArrayOutputStream wav = new ByteArrayOutputStream();
        for (int number = 0; sealed.hasRemaining(); number++) {
            byte[] piece = new byte[sealed.getInt()];
            sealed.get(piece);
            wav.writeBytes(SEAL.opened(number, piece));
        }
        return wav.toByteArray();
    }
}
