package ro.clickphone.pbx.callflow;

import java.time.Instant;
import java.util.Objects;
import ro.clickphone.engine.api.CallId;

/** When a call asks what is next, and what goes on around it then. */
record Moment(CallId call, Instant now, Surroundings around) {
    Moment {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(around, "around");
    }
}
