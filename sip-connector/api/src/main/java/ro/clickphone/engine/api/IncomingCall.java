package ro.clickphone.engine.api;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * A call that asks for a decision: its source is proven, nothing has been answered.
 *
 * @param dialled the user part of the Request-URI as it came: {@code 104}, {@code **500}, {@code +40310050562}
 */
public record IncomingCall(CallId id, Party source, String dialled, CallerId caller, Instant at)
        implements Serializable {
    public IncomingCall {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(dialled, "dialled");
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(at, "at");
    }
}
