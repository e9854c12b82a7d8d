package ro.clickphone.engine.api;

import java.time.Instant;
import java.util.Objects;

/** An address that the SIP door refuses for some time. @param reason in English, one line, without anything secret */
public record BlockedSource(String address, String reason, Instant since, Instant until) {
    public BlockedSource {
        Checks.notBlank("address", address);
        Checks.notBlank("reason", reason);
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
    }
}
