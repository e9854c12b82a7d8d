package ro.clickphone.rar;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import ro.clickphone.engine.api.CallRecord;

/** A call record as bytes and back. What comes back is made of the contract's records and a few JDK values, nothing else. */
final class RecordFormat {
    /** Far above the largest record (64 legs): whatever is longer was not written by us. */
    static final int MAX_BYTES = 256 * 1024;

    private static final ObjectInputFilter ALLOWED = ObjectInputFilter.Config.createFilter(
            "maxdepth=20;maxrefs=5000;maxarray="
                    + MAX_BYTES
                    + ";ro.clickphone.engine.api.*;java.time.Ser;java.time.Instant;java.util.CollSer;"
                    + "java.util.ImmutableCollections*;java.util.UUID;java.lang.Object;java.lang.String;java.lang.Number;java.lang.Integer;java.lang.Long;java.lang.Enum;!*");

    private RecordFormat() {}

    static byte[] encode(CallRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(record);
        } catch (IOException e) {
            throw new UncheckedIOException("a call record cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException when the bytes are not a call record of this version, or hold a class that has no business there */
    static CallRecord decode(byte[] bytes) throws IOException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(ALLOWED);
            if (in.readObject() instanceof CallRecord record) {
                return record;
            }
            throw new InvalidObjectException("not a call record");
        } catch (ClassNotFoundException | RuntimeException e) {
            throw new IOException("not a call record of this version", e);
        }
    }
}
