package ro.clickphone.pbx.privacy;

import java.time.Instant;

/** What is kept of one call of a person. */
public record KeptCall(
        Instant startedAt,
        String direction,
        String source,
        String sourceName,
        String destination,
        String takenBy,
        String status,
        long talkSeconds) {}
