package ro.clickphone.rar;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.LegRecord;
import ro.clickphone.engine.api.MediaReport;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Progress;

/** The parts of a call record, as {@link RecordReader} reads them. Kinds of a sealed type are told by a number. */
record RecordWriter(DataOutputStream out) {
    static final int EXTENSION = 0;
    static final int PUBLIC_NUMBER = 1;
    static final int UNANSWERED = 0;
    static final int ANSWERED = 1;
    static final int TALKED = 2;

    void call(CallRecord record) throws IOException {
        arrival(record.arrival());
        progress(record.progress());
        moment(record.endedAt());
        constant(record.cause());
        constant(record.endedBy());
        text(record.state().text());
        out.writeShort(record.legs().size());
        for (LegRecord leg : record.legs()) {
            leg(leg);
        }
    }

    private void arrival(IncomingCall arrival) throws IOException {
        id(arrival.id());
        party(arrival.source());
        text(arrival.dialled());
        callerId(arrival.caller());
        moment(arrival.at());
    }

    private void leg(LegRecord leg) throws IOException {
        id(leg.id().call());
        out.writeInt(leg.id().number());
        party(leg.party());
        text(leg.sipCallId());
        moment(leg.startedAt());
        progress(leg.progress());
        moment(leg.endedAt());
        constant(leg.cause());
        out.writeInt(leg.status());
        text(leg.userAgent());
        media(leg.media());
    }

    private void media(MediaReport media) throws IOException {
        text(media.codec());
        out.writeLong(media.received());
        out.writeLong(media.sent());
        out.writeLong(media.lost());
        out.writeLong(media.jitterMicros());
        out.writeInt(media.mosHundredths());
    }

    private void party(Party party) throws IOException {
        if (party instanceof Party.Extension extension) {
            out.writeByte(EXTENSION);
            text(extension.who().user());
            text(extension.who().domain());
        } else if (party instanceof Party.PublicNumber number) {
            out.writeByte(PUBLIC_NUMBER);
            out.writeLong(number.trunk().value());
            text(number.number());
        }
    }

    private void progress(Progress progress) throws IOException {
        if (progress instanceof Progress.Unanswered) {
            out.writeByte(UNANSWERED);
        } else if (progress instanceof Progress.Answered answered) {
            out.writeByte(ANSWERED);
            moment(answered.answeredAt());
        } else if (progress instanceof Progress.Talked talked) {
            out.writeByte(TALKED);
            moment(talked.answeredAt());
            moment(talked.talkingAt());
        }
    }

    private void callerId(CallerId caller) throws IOException {
        text(caller.number());
        text(caller.displayName());
        constant(caller.presentation());
    }

    private void id(CallId id) throws IOException {
        out.writeLong(id.value().getMostSignificantBits());
        out.writeLong(id.value().getLeastSignificantBits());
    }

    private void moment(Instant moment) throws IOException {
        out.writeLong(moment.getEpochSecond());
        out.writeInt(moment.getNano());
    }

    /** By its name: a constant may be added between others. */
    private void constant(Enum<?> constant) throws IOException {
        text(constant.name());
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
