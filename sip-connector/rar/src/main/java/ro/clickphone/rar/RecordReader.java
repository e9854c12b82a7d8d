package ro.clickphone.rar;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.LegId;
import ro.clickphone.engine.api.LegRecord;
import ro.clickphone.engine.api.MediaReport;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Progress;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.TrunkId;

/** The parts of a call record, as {@link RecordWriter} wrote them. What is none is an exception, not memory. */
record RecordReader(DataInputStream in) {
    CallRecord call() throws IOException {
        return new CallRecord(
                arrival(),
                progress(),
                moment(),
                constant(HangupCause.class),
                constant(CallRecord.Ender.class),
                new FlowState(text()),
                legs());
    }

    private IncomingCall arrival() throws IOException {
        return new IncomingCall(id(), party(), text(), callerId(), moment());
    }

    private List<LegRecord> legs() throws IOException {
        int count = in.readUnsignedShort();
        List<LegRecord> legs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            legs.add(leg());
        }
        return legs;
    }

    private LegRecord leg() throws IOException {
        return new LegRecord(
                new LegId(id(), in.readInt()),
                party(),
                text(),
                moment(),
                progress(),
                moment(),
                constant(HangupCause.class),
                in.readInt(),
                text(),
                media());
    }

    private MediaReport media() throws IOException {
        return new MediaReport(text(), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readInt());
    }

    private Party party() throws IOException {
        return switch (in.readByte()) {
            case RecordWriter.EXTENSION -> new Party.Extension(new SipIdentity(text(), text()));
            case RecordWriter.PUBLIC_NUMBER -> new Party.PublicNumber(new TrunkId(in.readLong()), text());
            default -> throw new IOException("no party");
        };
    }

    private Progress progress() throws IOException {
        return switch (in.readByte()) {
            case RecordWriter.UNANSWERED -> new Progress.Unanswered();
            case RecordWriter.ANSWERED -> new Progress.Answered(moment());
            case RecordWriter.TALKED -> new Progress.Talked(moment(), moment());
            default -> throw new IOException("no progress");
        };
    }

    private CallerId callerId() throws IOException {
        return new CallerId(text(), text(), constant(CallerId.Presentation.class));
    }

    private CallId id() throws IOException {
        return new CallId(new UUID(in.readLong(), in.readLong()));
    }

    private Instant moment() throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    private <E extends Enum<E>> E constant(Class<E> kind) throws IOException {
        return Enum.valueOf(kind, text());
    }

    /** Of at most what there is: a length that lies allocates nothing. */
    private String text() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new EOFException("a text that is longer than its record");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
