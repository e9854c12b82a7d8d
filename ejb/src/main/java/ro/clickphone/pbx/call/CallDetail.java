package ro.clickphone.pbx.call;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.pbx.kernel.AccountId;

/**
 * The record of an ended call (CDR).
 *
 * @param source number or extension of the caller; may be empty when the carrier gave none
 * @param sourceName what the caller's phone displayed; hostile text, may be empty
 * @param destination as dialled, public numbers as people write them
 * @param answeredAt when the exchange or a device answered the caller
 * @param talkingAt when a device answered
 * @param talk zero unless taken
 * @param takenBy extension or number that answered; empty unless taken
 * @param price {@link CallPrice#NONE} for a call that is not paid
 * @param path the way through hours, menu and queue, as the flow tells it
 */
public record CallDetail(
        AccountId account,
        CallId id,
        Direction direction,
        String source,
        String sourceName,
        String destination,
        Instant startedAt,
        Optional<Instant> answeredAt,
        Optional<Instant> talkingAt,
        Instant endedAt,
        CallStatus status,
        Duration talk,
        String takenBy,
        HangupCause cause,
        String path,
        CallPrice price) {

    /** How long the caller waited, for ringing, menus and queue, until a device answered; to the end when none did. */
    public Duration waited() {
        return Duration.between(startedAt, talkingAt.orElse(endedAt)).truncatedTo(ChronoUnit.SECONDS);
    }
}
