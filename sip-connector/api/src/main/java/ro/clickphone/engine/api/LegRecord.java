package ro.clickphone.engine.api;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * One leg of an ended call.
 *
 * @param status the final SIP status of its INVITE, 0 when none came
 * @param userAgent the device's own words, may be empty
 */
public record LegRecord(
        LegId id,
        Party party,
        String sipCallId,
        Instant startedAt,
        Progress progress,
        Instant endedAt,
        HangupCause cause,
        int status,
        String userAgent,
        MediaReport media)
        implements Serializable {
    public LegRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(sipCallId, "sipCallId");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(progress, "progress");
        Objects.requireNonNull(endedAt, "endedAt");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(userAgent, "userAgent");
        Objects.requireNonNull(media, "media");
    }
}
