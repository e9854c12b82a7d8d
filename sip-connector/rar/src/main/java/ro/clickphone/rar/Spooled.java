package ro.clickphone.rar;

import java.io.IOException;
import java.util.Optional;
import ro.clickphone.engine.api.CallRecord;

/**
 * A call's record as it lies on the disk.
 *
 * @param known the record itself, while nobody had to read it back
 */
record Spooled(byte[] bytes, Optional<CallRecord> known) {
    static Spooled of(CallRecord record) {
        return new Spooled(RecordFormat.encode(record), Optional.of(record));
    }

    static Spooled read(byte[] bytes) {
        return new Spooled(bytes, Optional.empty());
    }

    /** @throws IOException when the bytes are no record of this version */
    CallRecord record() throws IOException {
        return known.isPresent() ? known.get() : RecordFormat.decode(bytes);
    }
}
