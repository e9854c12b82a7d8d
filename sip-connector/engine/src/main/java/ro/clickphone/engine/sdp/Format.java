package ro.clickphone.engine.sdp;

import java.util.Objects;

/**
 * What a payload type stands for (RFC 8866 6.6 and 6.15).
 *
 * @param parameters of {@code a=fmtp}; may be empty
 */
public record Format(int payloadType, String name, int clockRate, int channels, String parameters) {
    static final String TELEPHONE_EVENT = "telephone-event";

    public Format {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(parameters, "parameters");
    }

    boolean isTelephoneEvent() {
        return name.equalsIgnoreCase(TELEPHONE_EVENT);
    }

    Format with(int otherPayloadType) {
        return new Format(otherPayloadType, name, clockRate, channels, parameters);
    }

    String rtpmap() {
        return "a=rtpmap:" + payloadType + " " + name + "/" + clockRate + (channels > 1 ? "/" + channels : "");
    }
}
