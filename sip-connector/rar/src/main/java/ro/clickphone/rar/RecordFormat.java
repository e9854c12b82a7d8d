package ro.clickphone.rar;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import ro.clickphone.engine.api.CallRecord;

/**
 * A call record as bytes and back: a version, then each part in the order of its record's components. Java's own
 * serialization, which writes the names of all classes and fields each time, took a twentieth of what a call costs.
 */
final class RecordFormat {
    /** Far above the largest record (64 legs): whatever is longer was not written by us. */
    static final int MAX_BYTES = 256 * 1024;

    private static final int VERSION = 1;

    private RecordFormat() {}

    static byte[] encode(CallRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            new RecordWriter(out).call(record);
        } catch (IOException e) {
            throw new UncheckedIOException("a call record cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException when the bytes are not one call record of this version, and nothing else */
    static CallRecord decode(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new IOException("not a call record of this version");
            }
            CallRecord record = new RecordReader(in).call();
            if (in.read() >= 0) {
                throw new IOException("more than a call record");
            }
            return record;
        } catch (RuntimeException e) {
            throw new IOException("not a call record of this version", e);
        }
    }
}
