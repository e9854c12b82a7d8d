package ro.clickphone.pbx.call;

import java.time.Instant;
import java.util.Optional;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.MediaReport;

/**
 * One leg of an ended call, for support and quality.
 *
 * @param number 0 for the caller's
 * @param party extension or number at its far end
 * @param sipStatus final status of its INVITE, 0 when none came
 */
public record CallLeg(
        int number,
        String party,
        String sipCallId,
        Instant startedAt,
        Optional<Instant> answeredAt,
        Optional<Instant> talkingAt,
        Instant endedAt,
        HangupCause cause,
        int sipStatus,
        String userAgent,
        MediaReport media) {}
