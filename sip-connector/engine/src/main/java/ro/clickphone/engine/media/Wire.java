package ro.clickphone.engine.media;

import java.util.Arrays;
import java.util.Optional;
import ro.clickphone.engine.sdp.Agreement;
import ro.clickphone.engine.sdp.Codec;
import ro.clickphone.engine.sdp.TelephoneEvent;

/** An {@link Agreement} as arrays, for the look-ups of each packet. */
final class Wire {
    static final int NONE = -1;
    private static final int TYPES = 128;

    private final Agreement agreement;
    private final Codec[] received = new Codec[TYPES];
    private final int[] eventClocks = new int[TYPES];
    private final int[] sent = new int[Codec.values().length];

    Wire(Agreement agreement) {
        this.agreement = agreement;
        agreement.received().forEach((type, codec) -> received[type] = codec);
        agreement.eventsReceived().forEach(event -> eventClocks[event.payloadType()] = event.clockRate());
        Arrays.fill(sent, NONE);
        agreement.sent().forEach((codec, type) -> sent[codec.ordinal()] = type);
    }

    Agreement agreement() {
        return agreement;
    }

    Codec codec() {
        return agreement.codec();
    }

    boolean isAudio(int payloadType) {
        return received[payloadType] != null;
    }

    /** Only where {@link #isAudio}. */
    Codec codecOf(int payloadType) {
        return received[payloadType];
    }

    /** The clock of telephone events of that type; 0 when it is none. */
    int eventClock(int payloadType) {
        return eventClocks[payloadType];
    }

    /** @return {@link #NONE} when the far end does not take it */
    int typeFor(Codec codec) {
        return sent[codec.ordinal()];
    }

    Optional<TelephoneEvent> eventSent() {
        return agreement.eventSent();
    }

    /** The far end has no telephone events. */
    boolean keysAreInTheSound() {
        return eventSent().isEmpty() && codec().isSpoken();
    }
}
